package pl.paragon.api.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.paragon.api.Defaults;

/** What all that is asked of persistence-worker has in common. */
class PersistenceWorkerTest {

    @RegisterExtension
    private final PlayedWorker played = new PlayedWorker();

    /** Any contract. */
    private record Thing(int size) {}

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "//"})
    void shouldAskAtTheConfiguredAddress(String end) {
        // given
        PersistenceWorker worker = played.client(end, "1m");

        // when
        worker.get("/things/1");
        worker.delete("/things/1");
        worker.put("/things/1");
        worker.post("/things");
        worker.post("/things", new Thing(7));

        // then
        assertThat(played.requests())
                .containsExactly(
                        "GET /internal/things/1",
                        "DELETE /internal/things/1",
                        "PUT /internal/things/1",
                        "POST /internal/things",
                        "POST /internal/things application/json {\"size\":7}");
    }

    @Test
    void shouldSendParametersWhateverIsInThem() {
        Parameters parameters = Parameters.of("submitter", "Łucja & co/1+?")
                .withAny("before", Optional.empty())
                .withAny("after", Optional.of("ą"))
                .with("limit", 7);

        assertThat(parameters).hasToString("?submitter=%C5%81ucja+%26+co%2F1%2B%3F&after=%C4%85&limit=7");
    }

    @Test
    void shouldReadWhatIsAnswered() {
        played.answers(200, new Thing(7));

        assertThat(played.client().get("/things/1").only(Thing.class)).isEqualTo(new Thing(7));
        assertThat(played.client().get("/things/1").any(Thing.class)).contains(new Thing(7));
        assertThat(played.client().get("/things/1").bytes()).asString().isEqualTo("{\"size\":7}");
    }

    @Test
    void shouldTellNothingFromAnOutage() {
        played.answers(404);

        Answer answer = played.client().get("/things/1");

        assertThat(answer.any(Thing.class)).isEmpty();
        assertUnavailable(() -> answer.only(Thing.class));
        assertUnavailable(answer::bytes);
    }

    @ParameterizedTest
    @CsvSource({"503, ''", "500, ''", "401, ''", "400, '{\"size\":7}'", "204, ''", "200, '{'", "200, ''", "200, '[]'"})
    void shouldTakeAnythingElseForAnOutage(int status, String body) {
        played.answers(status, body);

        Answer answer = played.client().get("/things/1?submitter=anna");

        assertUnavailable(() -> answer.any(Thing.class));
        assertUnavailable(() -> answer.only(Thing.class));
    }

    @Test
    void shouldSayWhatWasAskedButNotForWhom() {
        played.answers(503);

        assertThatThrownBy(() -> played.client().get("/things/1?submitter=anna").bytes())
                .hasMessage("persistence-worker answered 503 to GET /internal/things/1");
    }

    @Test
    void shouldSayThatNobodyIsThere() {
        PersistenceWorker worker = played.client();
        played.stop();

        assertUnavailable(() -> worker.get("/things/1"));
    }

    /** The system accepts the connection, and nobody answers. */
    @Test
    void shouldNotWaitForLong() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + silent.getLocalPort();
            PersistenceWorker worker = new PersistenceWorker(Defaults.with(
                    PersistenceConfig.class,
                    Map.of("paragon.persistence.url", url, "paragon.persistence.timeout", "200ms")));

            assertUnavailable(() -> worker.get("/things/1"));
        }
    }

    @Test
    void shouldStopWaitingIfInterrupted() {
        Thread.currentThread().interrupt();

        assertUnavailable(() -> played.client().get("/things/1"));
        assertThat(Thread.interrupted()).isTrue();
    }

    private static void assertUnavailable(Runnable question) {
        assertThatThrownBy(question::run).isInstanceOf(PersistenceUnavailableException.class);
    }
}
