package pl.paragon.persistence.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.error.JobError;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;
import pl.paragon.persistence.Fixtures;
import pl.paragon.persistence.RealDatabase;
import pl.paragon.persistence.RestartableDatabase;
import pl.paragon.persistence.arbiter.Arbiter;
import pl.paragon.persistence.database.Transactions;
import pl.paragon.runtime.files.ReceiptFileStore;
import pl.paragon.testsupport.broker.Broker;
import pl.paragon.testsupport.broker.RealBroker;

/** What the janitor asks the database. */
@QuarkusTest
@WithTestResource(RealBroker.class)
@WithTestResource(RealDatabase.class)
class RetentionIT {

    RestartableDatabase database;

    @Inject
    Arbiter arbiter;

    @Inject
    Transactions transactions;

    @Inject
    JobStates states;

    @Inject
    ReceiptFileStore store;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void shouldTellLiveJobsFromThoseThatEndedAndThoseThatNobodyKnows() {
        // given
        JobId live = accepted();
        JobId saved = accepted();
        JobId failed = accepted();
        JobId cancelled = JobId.random(); // the outcome may come before the register
        JobId unknown = JobId.random();
        long before = transactions.inOne(states::live);
        Instant end =
                arbiter.decide(saved, new JobEnded.Saved(UUID.randomUUID())).occurredAt();
        Instant failure = arbiter.decide(
                        failed, new JobEnded.Failed(Stage.OCR, 1, JobError.of(ErrorCode.NOT_A_RECEIPT)))
                .occurredAt();
        arbiter.decide(cancelled, new JobEnded.Cancelled());

        // when
        var found = transactions.inOne(() -> states.of(List.of(live, saved, failed, cancelled, unknown)));

        // then
        assertThat(found)
                .hasSize(5)
                .containsEntry(live, new JobState.Live())
                .containsEntry(saved, new JobState.Ended(end))
                .containsEntry(failed, new JobState.Ended(failure))
                .containsEntry(cancelled, new JobState.Cancelled())
                .containsEntry(unknown, new JobState.Unknown());
        assertThat(transactions.inOne(states::live)).isEqualTo(before - 2);
    }

    @Test
    void shouldDeleteOldReceiptsAndKeepHowTheirJobsEnded() {
        // given
        JobId job = JobId.random();
        try (Broker broker = new Broker(bootstrapServers)) {
            broker.publish(Fixtures.analyzedNow(job, Fixtures.document(), store));
            broker.await(job, JobEnded.class);
        }
        assertThat(rows("receipt", job)).isEqualTo(1);
        transactions.inOne(() -> states.deleteReceipts(Instant.now().minusSeconds(3600), 100));
        assertThat(rows("receipt", job)).as("a young one stays").isEqualTo(1);

        // when
        database.rows(
                "update receipt set saved_at = now() - interval '400 days' where job_id = ? returning id", job.value());
        int deleted =
                transactions.inOne(() -> states.deleteReceipts(Instant.now().minusSeconds(3600), 100));

        // then
        assertThat(deleted).isEqualTo(1);
        assertThat(rows("receipt", job)).isZero();
        assertThat(database.rows("select * from receipt_line l where not exists "
                        + "(select 1 from receipt r where r.id = l.receipt_id)"))
                .isEmpty();
        assertThat(rows("job_outcome", job)).isEqualTo(1);
    }

    private JobId accepted() {
        JobId job = JobId.random();
        database.rows("""
                insert into job (job_id, submitter, submitted_at, filename, file_key, media_type, size, sha256)
                values (?, 'anonymous', now(), 'a.jpg', 'k', 'image/jpeg', 1, '00') returning job_id""", job.value());
        return job;
    }

    private int rows(String table, JobId job) {
        return database.rows("select 1 from " + table + " where job_id = ?", job.value())
                .size();
    }
}
