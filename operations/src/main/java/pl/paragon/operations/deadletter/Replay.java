package pl.paragon.operations.deadletter;

import java.time.Instant;

/** What became of the wish to replay a letter. */
sealed interface Replay {

    /** Its topic has it, there. */
    record Done(int partition, long offset) implements Replay {}

    record DoneBefore(Instant at) implements Replay {}

    /** Another replay goes on, or broke off without a note whether it was done. */
    record BegunBefore(Instant at) implements Replay {}

    /** There is no such letter. */
    record Unknown() implements Replay {}

    /** It was too large to be kept, and its topic does not have it any more. */
    record Expired() implements Replay {}
}
