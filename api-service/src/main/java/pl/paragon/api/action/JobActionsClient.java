package pl.paragon.api.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import pl.paragon.api.idempotency.Attempt;
import pl.paragon.api.idempotency.IdempotencyKey;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.persistence.Answer;
import pl.paragon.api.persistence.Parameters;
import pl.paragon.api.persistence.PersistenceWorker;
import pl.paragon.contracts.action.ActionFilter;
import pl.paragon.contracts.action.ActionKind;
import pl.paragon.contracts.action.ActionRequest;
import pl.paragon.contracts.action.JobAction;

/** Asks persistence-worker to act on jobs. */
@ApplicationScoped
class JobActionsClient implements JobActions {

    private final PersistenceWorker worker;

    JobActionsClient(PersistenceWorker worker) {
        this.worker = worker;
    }

    /** @param most as persistence-worker says it */
    private record Bound(int most) {}

    @Override
    public Begin begin(Submitter submitter, Optional<IdempotencyKey> key, ActionKind kind, ActionFilter filter) {
        UUID id = key.map(named -> id(submitter, named)).orElseGet(UUID::randomUUID);
        Answer answer = worker.post("/actions", new ActionRequest(id, submitter.name(), kind, filter));
        return switch (answer.status()) {
            case 409 -> new Begin.KeyReused();
            case 422 -> new Begin.TooMany(answer.as(Bound.class).most());
            default -> new Begin.Begun(answer.only(JobAction.class));
        };
    }

    /** The same for the same key, so that the database knows an action that is asked for again. */
    private static UUID id(Submitter submitter, IdempotencyKey key) {
        String name = Attempt.by(submitter, key).owner() + '\0' + key.value();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<JobAction> find(Submitter submitter, UUID id) {
        return worker.get("/actions/" + id + Parameters.of("submitter", submitter.name()))
                .any(JobAction.class);
    }
}
