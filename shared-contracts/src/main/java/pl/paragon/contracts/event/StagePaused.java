package pl.paragon.contracts.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import pl.paragon.contracts.job.Stage;

/**
 * An operator paused a stage: until its end, none of the stage's workers begins a job. The latest of a stage counts;
 * one that ends as it begins has resumed the stage early.
 *
 * @param until when the stage resumes by itself, at most {@link #LONGEST} away
 * @param owner who paused or resumed it
 * @param reason a sentence for the users who wait; {@code null} if it resumed the stage
 */
public record StagePaused(Stage stage, Instant occurredAt, Instant until, String owner, String reason)
        implements Event {

    /** Far shorter than the topic keeps its records: a pause that lasts is never forgotten. */
    public static final Duration LONGEST = Duration.ofDays(7);

    /** In characters. */
    public static final int LONGEST_REASON = 200;

    private static final int LONGEST_OWNER = 200;

    public StagePaused {
        Objects.requireNonNull(stage, "stage is missing");
        Objects.requireNonNull(occurredAt, "occurred_at is missing");
        Objects.requireNonNull(until, "until is missing");
        require(owner != null && !owner.isBlank(), "owner is missing: who pauses the stage");
        require(owner.length() <= LONGEST_OWNER, "owner is longer than " + LONGEST_OWNER + " characters");
        require(!until.isAfter(occurredAt.plus(LONGEST)), "a pause ends after " + LONGEST.toDays() + " days at most");
        if (until.isAfter(occurredAt)) {
            require(reason != null && !reason.isBlank(), "reason is missing: a sentence for the users who wait");
            require(reason.length() <= LONGEST_REASON, "reason is longer than " + LONGEST_REASON + " characters");
        }
    }

    /** The end of a pause before its time. */
    public static StagePaused resumed(Stage stage, Instant now, String owner) {
        return new StagePaused(stage, now, now, owner, null);
    }

    /** Whether the stage is still paused. A resumption counts at once, also one from a machine whose clock is fast. */
    public boolean lasts(Instant now) {
        return until.isAfter(occurredAt) && until.isAfter(now);
    }

    @JsonIgnore
    @Override
    public String key() {
        return stage.id();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
