package pl.paragon.operations.failedjob;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import pl.paragon.operations.installation.Installation;

/** Against a persistence-worker that answers what it is told to. */
class FailedJobsCommandTest {

    private static final String FIRST = "00000000-0000-4000-8000-000000000001";
    private static final String SECOND = "00000000-0000-4000-8000-000000000002";
    private static final String NEW = "00000000-0000-4000-8000-00000000000a";

    private final Map<String, Answer> answers = new TreeMap<>();
    private final List<String> requests = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private HttpServer server;

    private record Answer(int status, String body) {}

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            requests.add(request);
            Answer answer = answers.getOrDefault(request, new Answer(404, ""));
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void hangUp() {
        server.stop(0);
    }

    @Test
    void shouldListThemPageByPage() {
        // given
        answers.put("GET /internal/failed-jobs", page(true, job(FIRST, "DATABASE_ERROR", "transient", null)));
        answers.put(
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
        answers.put(
                "GET /internal/failed-jobs/" + FIRST,
                new Answer(
                        200,
                        "{\"failed_job\":%s,\"upload_kept\":false}"
                                .formatted(job(FIRST, "DATABASE_ERROR", "transient", null))));

        // when, then
        assertThat(run("show", FIRST)).isZero();
        assertThat(run("show", SECOND)).isEqualTo(1);
        assertThat(out.toString()).contains("DATABASE_ERROR", "cannot be replayed");
        assertThat(err.toString()).contains("There is no failed job " + SECOND);
    }

    @Test
    void shouldReplayWhatIsNamedAndSayTheNewIds() {
        // given
        answers.put("POST /internal/failed-jobs/" + FIRST + "/replay", replayed(NEW, false));
        answers.put("POST /internal/failed-jobs/" + SECOND + "/replay", new Answer(410, ""));

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
        answers.put("POST /internal/failed-jobs/" + FIRST + "/replay", replayed(NEW, true));

        // when, then
        assertThat(run("replay", FIRST)).isEqualTo(1);
        assertThat(out.toString()).contains("not replayed, since it was before, as job " + NEW);
    }

    @Test
    void shouldReplayAllWhoseFileIsNotToBlameOrAllOfOneError() {
        // given
        answers.put(
                "GET /internal/failed-jobs",
                page(
                        false,
                        job(FIRST, "DATABASE_ERROR", "transient", null),
                        job(SECOND, "NOT_A_RECEIPT", "document", null),
                        job(NEW, "DATABASE_ERROR", "transient", SECOND)));
        answers.put("POST /internal/failed-jobs/" + FIRST + "/replay", replayed(NEW, false));
        answers.put("POST /internal/failed-jobs/" + SECOND + "/replay", replayed(NEW, false));

        // when, then
        assertThat(run("replay", "--all")).isZero();
        assertThat(requests)
                .containsExactly("GET /internal/failed-jobs", "POST /internal/failed-jobs/" + FIRST + "/replay");
        requests.clear();
        assertThat(run("replay", "--code", "NOT_A_RECEIPT")).isZero();
        assertThat(requests)
                .containsExactly("GET /internal/failed-jobs", "POST /internal/failed-jobs/" + SECOND + "/replay");
    }

    @Test
    void shouldSayThatNothingRunsOrItCannotNow() {
        // given
        answers.put("GET /internal/failed-jobs", new Answer(503, ""));

        // when, then
        assertThat(run("list")).isEqualTo(2);
        assertThat(run("list", "--persistence", "http://127.0.0.1:1")).isEqualTo(2);
        assertThat(commandLine(Optional.empty()).execute("list")).isEqualTo(2);
        assertThat(err.toString())
                .contains("cannot do it now", "No persistence-worker answers at http://127.0.0.1:1", "Start it.");
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

    private static Answer page(boolean more, String... jobs) {
        return new Answer(200, "{\"failed_jobs\":[%s],\"more\":%s}".formatted(String.join(",", jobs), more));
    }

    private static Answer replayed(String as, boolean before) {
        return new Answer(200, "{\"replayed_as\":\"%s\",\"before\":%s}".formatted(as, before));
    }

    private int run(String... arguments) {
        return commandLine(Optional.of(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort())))
                .execute(arguments);
    }

    private CommandLine commandLine(Optional<URI> worker) {
        return new CommandLine(new FailedJobsCommand(new Installation() {
                    @Override
                    public Optional<String> kafka() {
                        return Optional.empty();
                    }

                    @Override
                    public Optional<URI> persistence() {
                        return worker;
                    }

                    @Override
                    public String howToStart() {
                        return "Start it.";
                    }
                }))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
    }
}
