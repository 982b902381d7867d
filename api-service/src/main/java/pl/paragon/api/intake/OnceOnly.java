package pl.paragon.api.intake;

import java.util.Optional;
import org.jboss.logging.Logger;
import pl.paragon.api.idempotency.Attempt;
import pl.paragon.api.idempotency.IdempotencyKeys;
import pl.paragon.api.idempotency.KeyedUpload;
import pl.paragon.api.redis.RedisUnavailableException;
import pl.paragon.contracts.event.Submission;

/** What an idempotency key adds to an upload on its way through the intake. */
public sealed interface OnceOnly {

    /** An upload without a key: every one is a job of its own. */
    OnceOnly NOT_ASKED_FOR = new NotAskedFor();

    /**
     * Claims the key of an attempt.
     *
     * @throws RefusedException if another request with the key is under way, or nobody knows whether one is
     */
    static OnceOnly claim(IdempotencyKeys keys, Attempt attempt) throws RefusedException {
        try {
            return switch (keys.claim(attempt)) {
                case IdempotencyKeys.InFlight() -> throw new RefusedException(new Refusal.KeyInFlight());
                case IdempotencyKeys.Repeated(var earlier) -> new Repeat(earlier);
                case IdempotencyKeys.Claimed(var unfinished) -> new Holder(keys, attempt, unfinished);
            };
        } catch (RedisUnavailableException e) {
            Holder.LOG.warnf("An upload with an idempotency key is refused: %s", e.getMessage());
            throw new RefusedException(new Refusal.Unavailable(Refusal.Dependency.KEY_STORE), e);
        }
    }

    /** What an earlier request with the same key became, or may have become. */
    Optional<KeyedUpload> earlier();

    /** @throws RefusedException if it is not certain that this is the only request with the key that is submitted */
    void begin(Submission submission) throws RefusedException;

    /** The broker has the job. */
    void accepted();

    /**
     * The upload was not accepted.
     *
     * @return whether nobody will ever go on with its job, so that its file can be deleted
     */
    boolean release();

    /** No key. */
    record NotAskedFor() implements OnceOnly {

        @Override
        public Optional<KeyedUpload> earlier() {
            return Optional.empty();
        }

        @Override
        public void begin(Submission submission) {}

        @Override
        public void accepted() {}

        @Override
        public boolean release() {
            return true;
        }
    }

    /** The same upload was accepted before: it is only compared. */
    record Repeat(KeyedUpload upload) implements OnceOnly {

        @Override
        public Optional<KeyedUpload> earlier() {
            return Optional.of(upload);
        }

        @Override
        public void begin(Submission submission) {}

        @Override
        public void accepted() {}

        @Override
        public boolean release() {
            return true;
        }
    }

    /** The key is this attempt's. */
    final class Holder implements OnceOnly {

        private static final Logger LOG = Logger.getLogger(OnceOnly.class);

        private final IdempotencyKeys keys;
        private final Attempt attempt;
        private final Optional<KeyedUpload> unfinished;
        private boolean begun;

        Holder(IdempotencyKeys keys, Attempt attempt, Optional<KeyedUpload> unfinished) {
            this.keys = keys;
            this.attempt = attempt;
            this.unfinished = unfinished;
        }

        @Override
        public Optional<KeyedUpload> earlier() {
            return unfinished;
        }

        @Override
        public void begin(Submission submission) throws RefusedException {
            begun = true;
            try {
                if (!keys.begin(attempt, submission)) {
                    begun = false;
                    throw new RefusedException(new Refusal.KeyInFlight());
                }
            } catch (RedisUnavailableException e) {
                throw new RefusedException(new Refusal.Unavailable(Refusal.Dependency.KEY_STORE), e);
            }
        }

        /** If it cannot be noted, whoever repeats the upload submits the same job once more, which does no harm. */
        @Override
        public void accepted() {
            try {
                keys.accepted(attempt);
            } catch (RedisUnavailableException e) {
                LOG.warnf("The key of job %s stays in flight until its lease ends: %s", attempt.job(), e.getMessage());
            }
        }

        @Override
        public boolean release() {
            try {
                return keys.release(attempt) || !begun;
            } catch (RedisUnavailableException e) {
                LOG.warnf(
                        "The key of the refused upload %s stays in flight until its lease ends: %s",
                        attempt.job(), e.getMessage());
                return !begun;
            }
        }
    }
}
