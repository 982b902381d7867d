package pl.paragon.api.v3.stage;

import java.time.Duration;
import java.time.Instant;
import pl.paragon.contracts.event.StagePaused;
import pl.paragon.contracts.job.Stage;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;

/**
 * The body of a pause.
 *
 * @param reason a sentence for the users who wait, at most 200 characters
 * @param until when the stage resumes by itself
 * @param forSeconds the same, counted from now; one of both
 * @param owner who pauses it; counts only where nobody is authenticated
 */
record PauseWish(String reason, Instant until, Long forSeconds, String owner) {

    private static final String SHAPE =
            "A JSON object is expected, with reason, and either until, e.g. 2026-03-14T14:00:00Z, or for_seconds";

    /** @throws IllegalArgumentException with a sentence that says what is wrong */
    static PauseWish read(byte[] body) {
        PauseWish wish;
        try {
            wish = Json.read(body, PauseWish.class);
        } catch (UndecodableException e) {
            throw new IllegalArgumentException(SHAPE, e);
        }
        if (wish == null || (wish.until == null) == (wish.forSeconds == null)) {
            throw new IllegalArgumentException(SHAPE);
        }
        return wish;
    }

    /**
     * @param by who asks
     * @throws IllegalArgumentException with a sentence that says what is wrong
     */
    StagePaused of(Stage stage, String by, Instant now) {
        Instant end = until == null ? now.plus(length()) : until;
        if (!end.isAfter(now)) {
            throw new IllegalArgumentException("until is over: a pause ends in the future");
        }
        return new StagePaused(stage, now, end, by, reason);
    }

    private Duration length() {
        if (forSeconds < 1 || forSeconds > StagePaused.LONGEST.toSeconds()) {
            throw new IllegalArgumentException(
                    "for_seconds is from 1 to " + StagePaused.LONGEST.toSeconds() + ", which is 7 days");
        }
        return Duration.ofSeconds(forSeconds);
    }
}
