package pl.paragon.api.action;

import java.util.Optional;
import java.util.UUID;
import pl.paragon.api.idempotency.IdempotencyKey;
import pl.paragon.api.identity.Submitter;
import pl.paragon.contracts.action.ActionFilter;
import pl.paragon.contracts.action.ActionKind;
import pl.paragon.contracts.action.JobAction;

/** The actions of a submitter on many of its jobs. To anybody else they do not exist. */
public interface JobActions {

    /** What became of a request for an action. */
    sealed interface Begin {

        /** It is under way, or done, now or since an earlier request with the same key. */
        record Begun(JobAction action) implements Begin {}

        /** More jobs match than an action may have. */
        record TooMany(int most) implements Begin {}

        /** The idempotency key is another action's. */
        record KeyReused() implements Begin {}

        /** The database, or its owner, is unavailable. */
        record Unavailable() implements Begin {}
    }

    /** What a lookup found. */
    sealed interface Lookup {
        record Found(JobAction action) implements Lookup {}

        record Unknown() implements Lookup {}

        record Unavailable() implements Lookup {}
    }

    /** @param key empty if the client names none */
    Begin begin(Submitter submitter, Optional<IdempotencyKey> key, ActionKind kind, ActionFilter filter);

    Lookup find(Submitter submitter, UUID id);
}
