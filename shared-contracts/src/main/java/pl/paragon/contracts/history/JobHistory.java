package pl.paragon.contracts.history;

import java.util.Objects;
import java.util.stream.Stream;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.event.JobEvent;
import pl.paragon.contracts.event.ReceiptAnalyzed;
import pl.paragon.contracts.event.ReceiptSubmitted;

/**
 * A job's lasting events, told again from the database in the body of {@code GET /internal/jobs/{job_id}}.
 *
 * @param analyzed of a job that was saved, otherwise {@code null}
 * @param ended {@code null} if the job has not ended
 */
public record JobHistory(ReceiptSubmitted submitted, ReceiptAnalyzed analyzed, JobEnded ended) {

    public JobHistory {
        Objects.requireNonNull(submitted, "submitted is missing");
    }

    /** Those that happened. */
    public Stream<JobEvent> events() {
        return Stream.<JobEvent>of(submitted, analyzed, ended).filter(Objects::nonNull);
    }
}
