package pl.paragon.api.idempotency;

import java.util.Optional;
import pl.paragon.api.redis.RedisUnavailableException;
import pl.paragon.contracts.event.Submission;

/**
 * Who holds which key, and what became of it. Each method throws {@link RedisUnavailableException} if that is unknown
 * now; what it was to do may have been done.
 */
public interface IdempotencyKeys {

    /** Whether a request may go on. */
    sealed interface Claim {}

    /** Another request with the key is under way. */
    record InFlight() implements Claim {}

    /** An earlier request was accepted. Nothing is claimed. */
    record Repeated(KeyedUpload earlier) implements Claim {}

    /**
     * The key is the attempt's, until its lease ends.
     *
     * @param unfinished what a gateway that died was about to submit
     */
    record Claimed(Optional<KeyedUpload> unfinished) implements Claim {}

    /** Takes the key, unless another holds it or it has been used. */
    Claim claim(Attempt attempt);

    /**
     * Notes what is about to be submitted.
     *
     * @return false if the attempt does not hold the key any more
     */
    boolean begin(Attempt attempt, Submission submission);

    /** The job that was noted has been submitted; it answers whoever repeats it. */
    void accepted(Attempt attempt);

    /**
     * Frees the key and forgets what the attempt noted.
     *
     * @return false if the attempt does not hold the key any more, so that another may have gone on with its job
     */
    boolean release(Attempt attempt);
}
