package pl.paragon.operations.failedjob;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import picocli.CommandLine;
import pl.paragon.operations.installation.PlayedWorker;

/** Against a persistence-worker that answers what it is told to. */
class FailedJobsCommandTest {

    private static final String FIRST = "00000000-0000-4000-8000-000000000001";
    private static final String SECOND = "00000000-0000-4000-8000-000000000002";
    private static final String NEW = "00000000-0000-4000-8000-00000000000a";

    @RegisterExtension
    private final PlayedWorker worker = new PlayedWorker();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void shouldListThemPageByPage() {
        // given
        worker.answers("GET /internal/failed-jobs", page(true, job(FIRST, "DATABASE_ERROR", "transient", null)));
        worker.answers(
                "GET /internal/failed-jobs?failed_at=2026-11-27T10:00:00.123Z&job_id=" + FIRST,
                page(false, job(SECOND, "NOT_A_RECEIPT", "document", NEW)));

        // when, then
        assertThat(run("list")).isZero();
        assertThat(out.toString())
                .contains(FIRST, SECOND, NEW, "2026-11-27T10:00:00Z", "DATABASE_ERROR", "paragon.jpg", "persistence");
        assertThat(run("list", "--limit", "1", "--json")).isZero();
        assertThat(out.toString().lines().toList().getLast()).startsWith("{\"job_id\":\"" + FIRST);
    }

    @Test
    void shouldShowOneAndWhetherItCanBeReplayed() {
        // given
        worker.answers(
                "GET /internal/failed-jobs/" + FIRST,
                "{\"failed_job\":%s,\"upload_kept\":false}".formatted(job(FIRST, "DATABASE_ERROR", "transient", null)));

        // when, then
        assertThat(run("show", FIRST)).isZero();
        assertThat(run("show", SECOND)).isEqualTo(1);
        assertThat(out.toString()).contains("DATABASE_ERROR", "cannot be replayed");
        assertThat(err.toString()).contains("There is no failed job " + SECOND);
    }

    @Test
    void shouldReplayWhatIsNamedAndSayTheNewIds() {
        // given
        worker.answers("POST /internal/failed-jobs/" + FIRST + "/replay", replayed(NEW, false));
        worker.answers("POST /internal/failed-jobs/" + SECOND + "/replay", 410);

        // when, then
        assertThat(run("replay", FIRST)).isZero();
        assertThat(run("replay", SECOND, NEW)).isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        FIRST + ": replayed as job " + NEW,
                        SECOND + ": not replayed: its file is not kept",
                        NEW + ": there is no such failed job");
    }

    @Test
    void shouldSayWhatBecameOfOneThatWasReplayedBefore() {
        // given
        worker.answers("POST /internal/failed-jobs/" + FIRST + "/replay", replayed(NEW, true));

        // when, then
        assertThat(run("replay", FIRST)).isEqualTo(1);
        assertThat(out.toString()).contains("not replayed, since it was before, as job " + NEW);
    }

    @Test
    void shouldReplayAllWhoseFileIsNotToBlameOrAllOfOneError() {
        // given
        worker.answers(
                "GET /internal/failed-jobs",
                page(
                        false,
                        job(FIRST, "DATABASE_ERROR", "transient", null),
                        job(SECOND, "NOT_A_RECEIPT", "document", null),
                        job(NEW, "DATABASE_ERROR", "transient", SECOND)));
        worker.answers("POST /internal/failed-jobs/" + FIRST + "/replay", replayed(NEW, false));
        worker.answers("POST /internal/failed-jobs/" + SECOND + "/replay", replayed(NEW, false));

        // when, then
        assertThat(run("replay", "--all")).isZero();
        assertThat(worker.requests())
                .containsExactly("GET /internal/failed-jobs", "POST /internal/failed-jobs/" + FIRST + "/replay");
        worker.requests().clear();
        assertThat(run("replay", "--code", "NOT_A_RECEIPT")).isZero();
        assertThat(worker.requests())
                .containsExactly("GET /internal/failed-jobs", "POST /internal/failed-jobs/" + SECOND + "/replay");
    }

    @Test
    void shouldRefuseWhatMakesNoSense() {
        assertThat(run("replay")).isEqualTo(2);
        assertThat(run("replay", "--all", FIRST)).isEqualTo(2);
        assertThat(run("replay", "1")).isEqualTo(2);
        assertThat(run("show", "1")).isEqualTo(2);
        assertThat(err.toString()).contains("Name the jobs", "1 is no job id");
    }

    private static String job(String id, String code, String fault, String replayedAs) {
        return """
                {"job_id":"%s","failed_at":"2026-11-27T10:00:00.123Z","stage":"persistence","attempts":4,"code":"%s",\
                "fault":"%s","filename":"paragon.jpg"%s}""".formatted(id, code, fault, replayedAs == null ? "" : ",\"replayed_as\":\"" + replayedAs + "\"");
    }

    private static String page(boolean more, String... jobs) {
        return "{\"failed_jobs\":[%s],\"more\":%s}".formatted(String.join(",", jobs), more);
    }

    private static String replayed(String as, boolean before) {
        return "{\"replayed_as\":\"%s\",\"before\":%s}".formatted(as, before);
    }

    private int run(String... arguments) {
        return new CommandLine(new FailedJobsCommand(worker.installation()))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
