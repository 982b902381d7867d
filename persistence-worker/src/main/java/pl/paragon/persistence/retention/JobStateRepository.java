package pl.paragon.persistence.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.job.JobId;
import pl.paragon.persistence.database.SingleValueQuery;

/** The states of jobs in PostgreSQL. */
@ApplicationScoped
class JobStateRepository implements JobStates {

    private static final String OF = """
            select asked.id, outcome.outcome, outcome.decided_at, job.job_id is not null
            from unnest(cast(:jobs as uuid[])) as asked(id)
            left join job_outcome outcome on outcome.job_id = asked.id
            left join job on job.job_id = asked.id""";

    private static final String COVERAGE =
            "select max(known_since), min(known_until), count(*), count(known_until) from job_coverage";

    private static final String LIVE = """
            select count(*) from job
            where not exists (select 1 from job_outcome outcome where outcome.job_id = job.job_id)""";

    private static final String DELETE_RECEIPTS = """
            with old as (
                delete from receipt
                where id in (select id from receipt where saved_at < :limit order by saved_at limit :atMost)
                returning job_id)
            insert into file_removal (job_id, reason, since)
            select job_id, 'expired', cast(:now as timestamptz) from old
            on conflict (job_id) do update set reason = excluded.reason""";

    private static final int PARTITIONS = Topic.holding(ReceiptSubmitted.class).stream()
            .mapToInt(Topic::partitions)
            .sum();

    private final EntityManager database;
    private final Clock clock;

    JobStateRepository(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Map<JobId, JobState> of(Collection<JobId> jobs) {
        Map<JobId, JobState> states = new HashMap<>();
        session()
                .createNativeQuery(OF, Object[].class)
                .setParameter("jobs", jobs.stream().map(JobId::value).toArray(UUID[]::new))
                .list()
                .forEach(row -> states.put(new JobId((UUID) row[0]), state(row)));
        return states;
    }

    private static JobState state(Object[] row) {
        return switch ((String) row[1]) {
            case null -> (Boolean) row[3] ? new JobState.Live() : new JobState.Unknown();
            case "cancelled" -> new JobState.Cancelled();
            case String savedOrFailed -> new JobState.Ended((Instant) row[2]);
        };
    }

    @Override
    public Coverage coverage() {
        Object[] span = session().createNativeQuery(COVERAGE, Object[].class).getSingleResult();
        boolean complete = (Long) span[2] >= PARTITIONS && span[3].equals(span[2]);
        return complete ? new Coverage((Instant) span[0], (Instant) span[1]) : Coverage.NONE;
    }

    @Override
    public long live() {
        return SingleValueQuery.of(session(), LIVE, Long.class).getSingleResult();
    }

    @Override
    public int deleteReceipts(Instant limit, int atMost) {
        return session()
                .createNativeMutationQuery(DELETE_RECEIPTS)
                .setParameter("limit", limit, Instant.class)
                .setParameter("atMost", atMost, Integer.class)
                .setParameter("now", clock.instant(), Instant.class)
                .executeUpdate();
    }

    private Session session() {
        return database.unwrap(Session.class);
    }
}
