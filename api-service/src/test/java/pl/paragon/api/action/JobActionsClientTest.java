package pl.paragon.api.action;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.paragon.api.Defaults;
import pl.paragon.api.Samples;
import pl.paragon.api.idempotency.IdempotencyKey;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.result.PersistenceConfig;
import pl.paragon.contracts.action.ActionFilter;
import pl.paragon.contracts.action.ActionKind;
import pl.paragon.contracts.action.ActionRequest;
import pl.paragon.contracts.action.JobAction;
import pl.paragon.contracts.json.Json;

/** What the gateway asks persistence-worker, and what it makes of the answers. */
class JobActionsClientTest {

    private static final Submitter ME = new Submitter("me & you");
    private static final ActionFilter FILTER = new ActionFilter("failed", Samples.NOON, null, "zakupy");
    private static final JobAction ACTION =
            new JobAction(new UUID(0, 1), ActionKind.RETRY, FILTER, Samples.NOON, 3, 1, 0, List.of());

    private final List<ActionRequest> asked = new ArrayList<>();
    private final List<String> addresses = new ArrayList<>();
    private HttpServer worker;
    private int status = 200;
    private byte[] body = Json.write(ACTION);

    @BeforeEach
    void start() throws IOException {
        worker = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        worker.createContext("/internal/actions", exchange -> {
            addresses.add(exchange.getRequestURI().toString());
            if (exchange.getRequestMethod().equals("POST")) {
                asked.add(Json.read(exchange.getRequestBody(), ActionRequest.class));
            }
            exchange.sendResponseHeaders(status, body.length);
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
    void shouldAskForTheSameActionUnderTheSameKey() {
        // given
        Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey("k"));

        // when
        JobActions.Begin begun = client().begin(ME, key, ActionKind.RETRY, FILTER);
        client().begin(ME, key, ActionKind.RETRY, FILTER);
        client().begin(new Submitter("me"), key, ActionKind.RETRY, FILTER);
        client().begin(ME, Optional.empty(), ActionKind.RETRY, FILTER);
        client().begin(ME, Optional.empty(), ActionKind.RETRY, FILTER);

        // then
        assertThat(begun).isEqualTo(new JobActions.Begin.Begun(ACTION));
        assertThat(asked.get(0)).isEqualTo(new ActionRequest(asked.get(0).id(), ME.name(), ActionKind.RETRY, FILTER));
        assertThat(asked.get(1)).isEqualTo(asked.get(0));
        assertThat(asked)
                .extracting(ActionRequest::id)
                .as("nobody else's key is this one")
                .satisfies(ids -> assertThat(ids.stream().distinct()).hasSize(4));
    }

    @Test
    void shouldTellTheAnswersApart() {
        assertThat(client().find(ME, ACTION.id())).isEqualTo(new JobActions.Lookup.Found(ACTION));
        assertThat(addresses).containsExactly("/internal/actions/" + ACTION.id() + "?submitter=me+%26+you");
        status = 404;
        assertThat(client().find(ME, ACTION.id())).isEqualTo(new JobActions.Lookup.Unknown());
        status = 409;
        assertThat(begin()).isEqualTo(new JobActions.Begin.KeyReused());
        status = 503;
        assertThat(begin()).isEqualTo(new JobActions.Begin.Unavailable());
        assertThat(client().find(ME, ACTION.id())).isEqualTo(new JobActions.Lookup.Unavailable());
        status = 422;
        body = Json.write(Map.of("most", 7));
        assertThat(begin()).isEqualTo(new JobActions.Begin.TooMany(7));
        JobActions away = client();
        worker.stop(0);
        assertThat(away.find(ME, ACTION.id())).isEqualTo(new JobActions.Lookup.Unavailable());
    }

    private JobActions.Begin begin() {
        return client().begin(ME, Optional.empty(), ActionKind.RETRY, FILTER);
    }

    private JobActions client() {
        String url = "http://127.0.0.1:" + worker.getAddress().getPort() + "/";
        return new JobActionsClient(Defaults.with(PersistenceConfig.class, Map.of("paragon.persistence.url", url)));
    }
}
