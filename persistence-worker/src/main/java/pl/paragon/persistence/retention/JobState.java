package pl.paragon.persistence.retention;

import java.time.Instant;

/** What the database knows of a job that has files. */
sealed interface JobState {

    /** It was accepted and has not ended: it may need its files, however old they are. */
    record Live() implements JobState {}

    record Cancelled() implements JobState {}

    /** Saved or failed. */
    record Ended(Instant at) implements JobState {}

    /** Neither accepted nor ended, as far as the register goes. */
    record Unknown() implements JobState {}
}
