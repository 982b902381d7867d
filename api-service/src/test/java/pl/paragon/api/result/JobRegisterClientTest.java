package pl.paragon.api.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.paragon.api.Defaults;
import pl.paragon.api.Samples;
import pl.paragon.api.identity.Submitter;
import pl.paragon.contracts.history.JobHistory;
import pl.paragon.contracts.history.JobPage;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;

class JobRegisterClientTest {

    private static final JobId JOB = JobId.of("00000000-0000-4000-8000-000000000001");
    private static final JobRegister.Query EVERYTHING = new JobRegister.Query(
            new Submitter("me"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            50);

    private final List<String> asked = new ArrayList<>();
    private HttpServer worker;
    private int status = 200;
    private byte[] body = {};

    @BeforeEach
    void start() throws IOException {
        worker = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        worker.createContext("/internal/jobs", exchange -> {
            asked.add(exchange.getRequestURI().getRawQuery());
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        worker.start();
    }

    @AfterEach
    void stop() {
        worker.stop(0);
    }

    @Test
    void shouldGiveThePageThatIsAskedFor() {
        // given
        JobPage page = new JobPage(List.of(new JobHistory(Samples.submitted(JOB), null, Samples.failed(JOB))), true);
        body = Json.write(page);

        // when
        JobRegister.Answer answer = client("/")
                .list(new JobRegister.Query(
                        new Submitter("me & you"),
                        Optional.of(JobRegister.Ended.NOT_YET),
                        Optional.of(Samples.NOON),
                        Optional.of(Samples.NOON.plusSeconds(1)),
                        Optional.of("zakupy ą+"),
                        Optional.of(new JobRegister.Position(Samples.NOON, JOB)),
                        7));

        // then
        assertThat(answer).isEqualTo(new JobRegister.Answer.Page(page));
        assertThat(asked)
                .containsExactly("submitter=me+%26+you&ended=not_yet&from=2026-03-14T12%3A00%3A00Z"
                        + "&until=2026-03-14T12%3A00%3A01Z&filename=zakupy+%C4%85%2B"
                        + "&after_time=2026-03-14T12%3A00%3A00Z&after_job=" + JOB + "&limit=7");
    }

    @Test
    void shouldAskForEverythingWithoutAFilter() {
        body = Json.write(new JobPage(List.of(), false));

        client("").list(EVERYTHING);

        assertThat(asked).containsExactly("submitter=me&limit=50");
    }

    @Test
    void shouldSayThatItIsAwayWhateverIsAnsweredInItsPlace() {
        status = 503;
        assertThat(client("").list(EVERYTHING)).isEqualTo(new JobRegister.Answer.Unavailable());
        status = 200;
        body = "nonsense".getBytes(StandardCharsets.UTF_8);
        assertThat(client("").list(EVERYTHING)).isEqualTo(new JobRegister.Answer.Unavailable());
        JobRegisterClient client = client("");
        worker.stop(0);
        assertThat(client.list(EVERYTHING)).isEqualTo(new JobRegister.Answer.Unavailable());
    }

    private JobRegisterClient client(String end) {
        String url = "http://127.0.0.1:" + worker.getAddress().getPort() + end;
        return new JobRegisterClient(Defaults.with(
                PersistenceConfig.class, Map.of("paragon.persistence.url", url, "paragon.persistence.timeout", "1m")));
    }
}
