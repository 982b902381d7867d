package pl.paragon.worker.runner;

import java.util.Locale;

/** Why a stage comes to a job once more. */
enum Repetition {
    /** An attempt failed. */
    RETRY,
    /** The worker of an attempt died. */
    CRASH,
    /** Something that the stage needs was down. */
    OUTAGE,
    /** The record was delivered to another worker, or again to this one, while somebody is at its job. */
    REDELIVERY;

    /** As metrics name it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
