package pl.paragon.api.action;

import java.util.Optional;
import java.util.UUID;
import pl.paragon.api.idempotency.IdempotencyKey;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.persistence.PersistenceUnavailableException;
import pl.paragon.contracts.action.ActionFilter;
import pl.paragon.contracts.action.ActionKind;
import pl.paragon.contracts.action.JobAction;

/**
 * The actions of a submitter on many of its jobs. To anybody else they do not exist. Every method throws {@link
 * PersistenceUnavailableException} if the database cannot be asked now.
 */
public interface JobActions {

    /** What became of a request for an action. */
    sealed interface Begin {

        /** It is under way, or done, now or since an earlier request with the same key. */
        record Begun(JobAction action) implements Begin {}

        /** More jobs match than an action may have. */
        record TooMany(int most) implements Begin {}

        /** The idempotency key is another action's. */
        record KeyReused() implements Begin {}
    }

    /** @param key empty if the client names none */
    Begin begin(Submitter submitter, Optional<IdempotencyKey> key, ActionKind kind, ActionFilter filter);

    Optional<JobAction> find(Submitter submitter, UUID id);
}
