package pl.paragon.api.result;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.paragon.api.Defaults;
import pl.paragon.api.Samples;
import pl.paragon.api.board.StatusUnavailableException;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.status.Fact;
import pl.paragon.contracts.history.JobHistory;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;

class PersistenceClientTest {

    private static final JobId JOB = JobId.of("00000000-0000-4000-8000-000000000001");
    private static final JobId UNKNOWN = JobId.of("00000000-0000-4000-8000-000000000002");
    private static final JobId SLOW = JobId.of("00000000-0000-4000-8000-000000000003");

    private final CountDownLatch released = new CountDownLatch(1);
    private HttpServer worker;
    private HttpContext answering;

    @BeforeEach
    void startWorker() throws IOException {
        worker = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        worker.createContext("/internal/jobs/" + JOB + "/analysis", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("{\"saved\":true}".getBytes(UTF_8));
            exchange.close();
        });
        worker.createContext("/internal/jobs/" + SLOW + "/analysis", exchange -> awaitRelease());
        worker.start();
    }

    @AfterEach
    void stopWorker() {
        released.countDown();
        worker.stop(0);
    }

    @Test
    void shouldGiveWhatWasSaved() {
        assertThat(client("/", "1m").of(JOB)).asString(UTF_8).isEqualTo("{\"saved\":true}");
    }

    @Test
    void shouldSayThatThereIsNothing() {
        assertThatThrownBy(() -> client("", "1m").of(UNKNOWN))
                .isInstanceOf(ResultUnavailableException.class)
                .hasMessageContaining("404");
    }

    @ParameterizedTest
    @CsvSource({"200, DELETED", "404, UNKNOWN", "409, RUNNING", "503, UNAVAILABLE", "500, UNAVAILABLE"})
    void shouldTellWhatBecameOfADeletion(int status, SavedJobs.Deletion deletion) {
        // given
        List<String> asked = new CopyOnWriteArrayList<>();
        worker.createContext("/internal/jobs/" + JOB, exchange -> {
            asked.add(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawQuery());
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });

        // when / then
        assertThat(client("/", "1m").delete(JOB, new Submitter("Łucja & co"))).isEqualTo(deletion);
        assertThat(asked).containsExactly("DELETE submitter=%C5%81ucja+%26+co");
    }

    @Test
    void shouldNotDeleteWhileTheWorkerIsUnavailable() {
        // given
        PersistenceClient client = client("", "1m");

        // when
        worker.stop(0);

        // then
        assertThat(client.delete(JOB, Submitter.ANONYMOUS)).isEqualTo(SavedJobs.Deletion.UNAVAILABLE);
    }

    @Test
    void shouldNotWaitForAWorkerThatDoesNotAnswer() {
        assertThatThrownBy(() -> client("", "200ms").of(SLOW)).isInstanceOf(ResultUnavailableException.class);
    }

    @Test
    void shouldSayThatTheWorkerIsUnavailable() {
        // given
        PersistenceClient client = client("", "1m");

        // when
        worker.stop(0);

        // then
        assertThatThrownBy(() -> client.of(JOB)).isInstanceOf(ResultUnavailableException.class);
    }

    @Test
    void shouldTellTheFactsOfAJobThatIsArchived() {
        // given
        JobHistory history = new JobHistory(Samples.submitted(JOB), null, Samples.failed(JOB));
        answer(200, Json.write(history));

        // when / then
        assertThat(client("", "1m").factsOf(JOB))
                .containsExactly(
                        Fact.of(history.submitted()).orElseThrow(),
                        Fact.of(history.ended()).orElseThrow());
        assertThat(client("", "1m").factsOf(UNKNOWN)).isEmpty();
    }

    @Test
    void shouldNotCallAJobUnknownThatCannotBeAskedFor() {
        answer(503, new byte[0]);
        assertThatThrownBy(() -> client("", "1m").factsOf(JOB)).isInstanceOf(StatusUnavailableException.class);

        answer(200, "{}".getBytes(UTF_8));
        assertThatThrownBy(() -> client("", "1m").factsOf(JOB)).isInstanceOf(StatusUnavailableException.class);

        worker.stop(0);
        assertThatThrownBy(() -> client("", "1m").factsOf(JOB)).isInstanceOf(StatusUnavailableException.class);
    }

    private void answer(int status, byte[] body) {
        if (answering != null) {
            worker.removeContext(answering);
        }
        answering = worker.createContext("/internal/jobs/" + JOB, exchange -> {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private PersistenceClient client(String path, String timeout) {
        String url = "http://127.0.0.1:" + worker.getAddress().getPort() + path;
        return new PersistenceClient(Defaults.with(
                PersistenceConfig.class,
                Map.of("paragon.persistence.url", url, "paragon.persistence.timeout", timeout)));
    }

    private void awaitRelease() {
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
