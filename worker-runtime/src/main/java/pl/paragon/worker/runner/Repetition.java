package pl.paragon.worker.runner;

import java.util.Locale;
import java.util.Optional;

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

    /**
     * Why an attempt is not the first; the latest reason if there are several.
     *
     * @param failed attempts before
     * @param crashed attempts whose worker died, and which nobody has noted as failed
     * @param pauses for something that was down, since this record came
     */
    static Optional<Repetition> of(int failed, int crashed, int pauses) {
        if (pauses > 0) {
            return Optional.of(OUTAGE);
        }
        if (crashed > 0) {
            return Optional.of(CRASH);
        }
        return failed > 0 ? Optional.of(RETRY) : Optional.empty();
    }

    /** As metrics name it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
