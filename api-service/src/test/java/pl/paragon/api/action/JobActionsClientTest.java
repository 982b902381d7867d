package pl.paragon.api.action;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import pl.paragon.api.Samples;
import pl.paragon.api.idempotency.IdempotencyKey;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.persistence.PersistenceUnavailableException;
import pl.paragon.api.persistence.PlayedWorker;
import pl.paragon.contracts.action.ActionFilter;
import pl.paragon.contracts.action.ActionKind;
import pl.paragon.contracts.action.ActionRequest;
import pl.paragon.contracts.action.JobAction;
import pl.paragon.contracts.json.Json;

/** What the gateway asks persistence-worker, and what it makes of the answers. */
class JobActionsClientTest {

    private static final String POST = "POST /internal/actions application/json ";
    private static final Submitter ME = new Submitter("me & you");
    private static final ActionFilter FILTER = new ActionFilter("failed", Samples.NOON, null, "zakupy");
    private static final JobAction ACTION =
            new JobAction(new UUID(0, 1), ActionKind.RETRY, FILTER, Samples.NOON, 3, 1, 0, List.of());

    @RegisterExtension
    private final PlayedWorker worker = new PlayedWorker();

    private final JobActions client = new JobActionsClient(worker.client());

    @Test
    void shouldAskForTheSameActionUnderTheSameKey() {
        // given
        worker.answers(200, ACTION);
        Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey("k"));

        // when
        JobActions.Begin begun = client.begin(ME, key, ActionKind.RETRY, FILTER);
        client.begin(ME, key, ActionKind.RETRY, FILTER);
        client.begin(new Submitter("me"), key, ActionKind.RETRY, FILTER);
        client.begin(ME, Optional.empty(), ActionKind.RETRY, FILTER);
        client.begin(ME, Optional.empty(), ActionKind.RETRY, FILTER);

        // then
        assertThat(begun).isEqualTo(new JobActions.Begin.Begun(ACTION));
        List<ActionRequest> asked = worker.requests().stream()
                .map(request -> Json.read(request.substring(POST.length()).getBytes(UTF_8), ActionRequest.class))
                .toList();
        assertThat(asked.get(0)).isEqualTo(new ActionRequest(asked.get(0).id(), ME.name(), ActionKind.RETRY, FILTER));
        assertThat(asked.get(1)).isEqualTo(asked.get(0));
        assertThat(asked)
                .extracting(ActionRequest::id)
                .as("nobody else's key is this one")
                .satisfies(ids -> assertThat(ids.stream().distinct()).hasSize(4));
    }

    @Test
    void shouldTellTheAnswersApart() {
        worker.answers(200, ACTION);
        assertThat(client.find(ME, ACTION.id())).contains(ACTION);
        assertThat(worker.requests()).containsExactly("GET /internal/actions/" + ACTION.id() + "?submitter=me+%26+you");
        worker.answers(404);
        assertThat(client.find(ME, ACTION.id())).isEmpty();
        worker.answers(409);
        assertThat(begin()).isEqualTo(new JobActions.Begin.KeyReused());
        worker.answers(422, Map.of("most", 7));
        assertThat(begin()).isEqualTo(new JobActions.Begin.TooMany(7));
        worker.answers(503);
        assertThatThrownBy(this::begin).isInstanceOf(PersistenceUnavailableException.class);
    }

    private JobActions.Begin begin() {
        return client.begin(ME, Optional.empty(), ActionKind.RETRY, FILTER);
    }
}
