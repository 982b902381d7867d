package pl.paragon.persistence.arbiter;

import java.util.Locale;
import pl.paragon.contracts.event.JobEnded;

/** The ways in which a job can end, as the database and the metrics name them. */
enum Kind {
    SAVED,
    FAILED,
    CANCELLED;

    static Kind of(JobEnded.Outcome outcome) {
        return switch (outcome) {
            case JobEnded.Saved saved -> SAVED;
            case JobEnded.Failed failed -> FAILED;
            case JobEnded.Cancelled cancelled -> CANCELLED;
        };
    }

    static Kind of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
