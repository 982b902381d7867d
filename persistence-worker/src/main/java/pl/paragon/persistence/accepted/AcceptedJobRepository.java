package pl.paragon.persistence.accepted;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.job.BatchPlace;

/** The register of accepted jobs in PostgreSQL. */
@ApplicationScoped
class AcceptedJobRepository implements AcceptedJobs {

    private static final String ADD = """
            insert into job (job_id, submitter, user_id, submitted_at, filename, file_key, media_type, size, sha256,
                             webhook_url, batch_id, batch_position, batch_size)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (job_id) do nothing""";

    private final EntityManager database;

    AcceptedJobRepository(EntityManager database) {
        this.database = database;
    }

    @Override
    public Map<Integer, Position> positions(List<Integer> partitions) {
        return session()
                .createNativeQuery(
                        "select partition, topic_id, next_offset from job_coverage where partition in (:partitions)",
                        Object[].class)
                .setParameterList("partitions", partitions, Integer.class)
                .list()
                .stream()
                .map(row -> new Position((Integer) row[0], Optional.ofNullable((UUID) row[1]), (Long) row[2]))
                .collect(Collectors.toMap(Position::partition, Function.identity()));
    }

    @Override
    public void begin(Position position, Instant knownSince) {
        session()
                .createNativeMutationQuery("""
                        insert into job_coverage (partition, topic_id, next_offset, known_since)
                        values (:partition, :topic, :next, :since)
                        on conflict (partition) do update
                        set topic_id = excluded.topic_id, next_offset = excluded.next_offset,
                            known_since = excluded.known_since, known_until = null""")
                .setParameter("partition", position.partition(), Integer.class)
                .setParameter("topic", position.topic().orElseThrow(), UUID.class)
                .setParameter("next", position.next(), Long.class)
                .setParameter("since", knownSince, Instant.class)
                .executeUpdate();
    }

    @Override
    public void add(List<ReceiptSubmitted> jobs, List<Advance> advances) {
        advances.forEach(this::advance);
        session().doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ADD)) {
                for (ReceiptSubmitted job : jobs) {
                    Submission submission = job.submission();
                    statement.setObject(1, job.jobId().value());
                    statement.setString(2, submission.submitter());
                    statement.setString(3, submission.userId());
                    statement.setObject(4, submission.submittedAt().atOffset(ZoneOffset.UTC));
                    statement.setString(5, submission.filename());
                    statement.setString(6, submission.file().key());
                    statement.setString(7, submission.file().mediaType());
                    statement.setLong(8, submission.file().size());
                    statement.setString(9, submission.file().sha256());
                    statement.setString(10, submission.webhookUrl());
                    setBatch(statement, submission.batch());
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        });
    }

    /** @param batch or {@code null} */
    private static void setBatch(PreparedStatement statement, BatchPlace batch) throws SQLException {
        statement.setObject(11, batch == null ? null : batch.id().value(), Types.OTHER);
        statement.setObject(12, batch == null ? null : batch.position(), Types.INTEGER);
        statement.setObject(13, batch == null ? null : batch.size(), Types.INTEGER);
    }

    private void advance(Advance advance) {
        int ours = session()
                .createNativeMutationQuery("""
                        update job_coverage set next_offset = :next, topic_id = :topic
                        where partition = :partition and next_offset = :expected""")
                .setParameter("next", advance.next(), Long.class)
                .setParameter("topic", advance.topic(), UUID.class)
                .setParameter("partition", advance.partition(), Integer.class)
                .setParameter("expected", advance.expected(), Long.class)
                .executeUpdate();
        if (ours != 1) {
            throw new DisplacedException(advance);
        }
    }

    @Override
    public void knownUntil(List<Integer> partitions, Instant time) {
        session()
                .createNativeMutationQuery("""
                        update job_coverage set known_until = greatest(known_until, cast(:time as timestamptz))
                        where partition in (:partitions)""")
                .setParameter("time", time, Instant.class)
                .setParameterList("partitions", partitions, Integer.class)
                .executeUpdate();
    }

    private Session session() {
        return database.unwrap(Session.class);
    }
}
