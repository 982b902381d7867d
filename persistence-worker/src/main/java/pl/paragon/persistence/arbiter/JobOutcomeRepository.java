package pl.paragon.persistence.arbiter;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.query.MutationQuery;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.receipt.Duplicate;

/** The ends of jobs in PostgreSQL. */
@ApplicationScoped
class JobOutcomeRepository implements PanacheRepositoryBase<JobOutcome, UUID>, OutcomeStore {

    // A second transaction for the same job waits here until the first ends, and inserts if that was rolled back.
    private static final String FIRST_ONE_STANDS = """
            insert into job_outcome (job_id, outcome, receipt_id, stage, attempts, error, duplicates, decided_at)
            values (:job, :outcome, :receipt, :stage, :attempts, cast(:error as jsonb), cast(:duplicates as jsonb),
                    :decidedAt)
            on conflict (job_id) do nothing""";

    @Override
    public Ruling decide(JobEnded proposed) {
        boolean first = insert(proposed).executeUpdate() == 1;
        return first ? new Ruling.Decided(proposed) : new Ruling.DecidedBefore(standing(proposed.jobId()));
    }

    @Override
    public Optional<JobEnded> of(JobId job) {
        return findByIdOptional(job.value()).map(JobOutcome::toEvent);
    }

    /** The row exists and never changes: it was committed before this statement, which therefore sees it. */
    private JobEnded standing(JobId job) {
        return of(job).orElseThrow();
    }

    private MutationQuery insert(JobEnded end) {
        MutationQuery query = getSession()
                .createNativeMutationQuery(FIRST_ONE_STANDS)
                .setParameter("job", end.jobId().value(), UUID.class)
                .setParameter("outcome", Kind.of(end.outcome()).id(), String.class)
                .setParameter("decidedAt", end.occurredAt(), Instant.class);
        return switch (end.outcome()) {
            case JobEnded.Saved(UUID receipt, List<Duplicate> duplicates) ->
                details(query, receipt, duplicates.isEmpty() ? null : Json.writeText(duplicates), null, null, null);
            case JobEnded.Failed failed ->
                details(query, null, null, failed.stage().id(), failed.attempts(), Json.writeText(failed.error()));
            case JobEnded.Cancelled() -> details(query, null, null, null, null, null);
        };
    }

    private static MutationQuery details(
            MutationQuery query, UUID receipt, String duplicates, String stage, Integer attempts, String error) {
        return query.setParameter("receipt", receipt, UUID.class)
                .setParameter("duplicates", duplicates, String.class)
                .setParameter("stage", stage, String.class)
                .setParameter("attempts", attempts, Integer.class)
                .setParameter("error", error, String.class);
    }
}
