package pl.paragon.api.receipt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.paragon.api.Defaults;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.result.PersistenceConfig;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.saved.ReceiptFilter;
import pl.paragon.contracts.saved.ReceiptOrder;
import pl.paragon.contracts.saved.ReceiptPage;
import pl.paragon.contracts.saved.ReceiptQuery;

class ReceiptClientTest {

    private static final JobId JOB = JobId.of("00000000-0000-4000-8000-000000000001");
    private static final ReceiptQuery QUERY =
            new ReceiptQuery("Łucja & co", ReceiptFilter.ALL, ReceiptOrder.NEWEST, null, 20);

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer worker;
    private ReceiptClient client;
    private volatile int status;
    private volatile byte[] body = {};

    @BeforeEach
    void startWorker() throws IOException {
        worker = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        worker.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        worker.start();
        client = new ReceiptClient(Defaults.with(
                PersistenceConfig.class,
                Map.of(
                        "paragon.persistence.url",
                        "http://127.0.0.1:" + worker.getAddress().getPort() + "/",
                        "paragon.persistence.timeout",
                        "1m")));
    }

    @AfterEach
    void stopWorker() {
        worker.stop(0);
    }

    @Test
    void shouldSendTheQueryAndReadThePage() {
        // given
        ReceiptPage page = new ReceiptPage(List.of(), "next");
        answer(200, Json.write(page));

        // when, then
        assertThat(client.page(QUERY)).contains(page);
        assertThat(asked).containsExactly("POST /internal/receipts/query " + Json.writeText(QUERY));
    }

    @Test
    void shouldSayWhoAsks() {
        answer(404, new byte[0]);

        assertThat(client.of(JOB, new Submitter("Łucja & co"))).isEmpty();
        assertThat(asked).containsExactly("GET /internal/receipts/" + JOB + "?submitter=%C5%81ucja+%26+co ");
    }

    @Test
    void shouldTellAnUnknownCursorFromAnOutage() {
        answer(400, new byte[0]);

        assertThat(client.page(QUERY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"503, ''", "500, ''", "200, '{'"})
    void shouldNotCallAReceiptUnknownThatCannotBeAskedFor(int status, String body) {
        answer(status, body.getBytes(UTF_8));

        assertThatThrownBy(() -> client.of(JOB, Submitter.ANONYMOUS)).isInstanceOf(ReceiptsUnavailableException.class);
        assertThatThrownBy(() -> client.page(QUERY)).isInstanceOf(ReceiptsUnavailableException.class);
    }

    @Test
    void shouldSayThatTheWorkerIsAway() {
        worker.stop(0);

        assertThatThrownBy(() -> client.page(QUERY)).isInstanceOf(ReceiptsUnavailableException.class);
    }

    private void answer(int status, byte[] body) {
        this.status = status;
        this.body = body;
    }
}
