package pl.paragon.operations.livejob;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import picocli.CommandLine;
import pl.paragon.operations.installation.PlayedWorker;

/** Against a persistence-worker that answers what it is told to. */
class LiveJobsCommandTest {

    private static final String FIRST = "00000000-0000-4000-8000-000000000001";
    private static final String SECOND = "00000000-0000-4000-8000-000000000002";
    private static final String BEFORE = "2026-11-29T14:00:00Z";
    private static final String RESUBMIT = "POST /internal/live-jobs/resubmit?submitted_before=" + BEFORE;

    @RegisterExtension
    private final PlayedWorker worker = new PlayedWorker();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void shouldResubmitPageByPage() {
        // given
        worker.answers(RESUBMIT, "{\"resubmitted\":[\"%s\"],\"more\":true}".formatted(FIRST));
        worker.answers(RESUBMIT + "&after=" + FIRST, "{\"resubmitted\":[\"%s\"],\"more\":false}".formatted(SECOND));

        // when
        int exitCode = run("resubmit", "--before", BEFORE);

        // then
        assertThat(exitCode).isZero();
        assertThat(out.toString().lines()).containsExactly(FIRST, SECOND);
    }

    @Test
    void shouldSayThatItCannotBeDoneNow() {
        // given
        worker.answers(RESUBMIT, 503);

        // when, then
        assertThat(run("resubmit", "--before", BEFORE)).isEqualTo(2);
        assertThat(err.toString()).contains("cannot do it now");
    }

    @Test
    void shouldAskForATime() {
        assertThat(run("resubmit")).isEqualTo(2);
        assertThat(run("resubmit", "--before", "yesterday")).isEqualTo(2);
        assertThat(err.toString()).contains("--before", "yesterday is no time");
    }

    private int run(String... arguments) {
        return new CommandLine(new LiveJobsCommand(worker.installation()))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
