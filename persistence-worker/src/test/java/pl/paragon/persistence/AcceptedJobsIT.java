package pl.paragon.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Lane;
import pl.paragon.testsupport.broker.Broker;
import pl.paragon.testsupport.broker.RealBroker;

/** The register of accepted jobs. */
@QuarkusTest
@WithTestResource(RealBroker.class)
@WithTestResource(RealDatabase.class)
class AcceptedJobsIT extends AgainstRealServers {

    @Test
    void shouldKeepWhatWasSubmittedOncePerJob() {
        // when
        broker.publish(Fixtures.submitted(job), Fixtures.submitted(job));
        awaitRow(job);

        // then
        assertThat(rows(job)).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("submitter", "anonymous")
                .containsEntry("user_id", "user-7")
                .containsEntry("filename", "paragon.jpg")
                .containsEntry("file_key", job + "/upload")
                .containsEntry("media_type", "image/jpeg")
                .containsEntry("size", 123_456L)
                .containsEntry("sha256", "ab".repeat(32)));
    }

    @Test
    void shouldPassOverRecordsThatCannotBeDecodedOrStoredAsTheyAre() {
        // given
        Submission honest = Fixtures.submission(job);
        Submission odd = new Submission(
                "para\u0000gon.jpg", honest.file(), honest.userId(), honest.submitter(), honest.submittedAt());

        // when: of one key, so that they share a partition
        broker.send(Topic.RECEIPT_SUBMITTED.id(), job.toString(), "{\"type\":\"none\"}".getBytes(UTF_8));
        broker.publish(new ReceiptSubmitted(job, Fixtures.NOW, odd));

        // then
        awaitRow(job);
        assertThat(rows(job)).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("filename", "para\uFFFDgon.jpg"));
    }

    @Test
    void shouldHoldTheJobsOfBothLanes() {
        // given
        Submission some = Fixtures.submission(job);
        Submission ofABulk = new Submission(
                some.filename(), some.file(), some.userId(), some.submitter(), some.submittedAt(), Lane.BULK);

        // when
        broker.publish(new ReceiptSubmitted(job, Fixtures.NOW, ofABulk));

        // then
        awaitRow(job);
        assertThat(broker.records(Topic.RECEIPT_SUBMITTED_BULK.id(), job.toString()))
                .hasSize(1);
    }

    @Test
    void shouldKnowThatItHoldsEverythingUntilNow() {
        // given
        Instant before = Instant.now();
        broker.publish(Fixtures.submitted(job));

        // then
        await().atMost(Broker.PATIENCE)
                .until(() -> database.rows(
                                        "select partition from job_coverage where known_since < ? and known_until > ?",
                                        Timestamp.from(Instant.EPOCH.plusSeconds(1)),
                                        Timestamp.from(before))
                                .size()
                        == 2 * Topic.RECEIPT_SUBMITTED.partitions());
        assertThat(rows(job)).hasSize(1);
    }

    @Test
    void shouldFoldAgainWhatADatabaseFromABackupLacks() {
        // given
        List<JobId> jobs = Stream.generate(JobId::random).limit(30).toList();
        jobs.forEach(each -> broker.publish(Fixtures.submitted(each)));
        awaitRows(jobs);

        // when: the database as it was before the first of them
        database.rows("with jobs as (delete from job returning job_id) "
                + "update job_coverage set next_offset = 0 returning partition");
        List<JobId> later = Stream.generate(JobId::random).limit(60).toList();
        later.forEach(each -> broker.publish(Fixtures.submitted(each)));

        // then
        awaitRows(later);
        awaitRows(jobs);
    }

    private void awaitRow(JobId each) {
        await().atMost(Broker.PATIENCE).until(() -> !rows(each).isEmpty());
    }

    private void awaitRows(List<JobId> jobs) {
        UUID[] ids = jobs.stream().map(JobId::value).toArray(UUID[]::new);
        await().atMost(Broker.PATIENCE)
                .until(() -> database.rows("select 1 from job where job_id = any (?)", (Object) ids)
                                .size()
                        == ids.length);
    }

    private List<Map<String, Object>> rows(JobId each) {
        return database.rows("select * from job where job_id = ?", each.value());
    }
}
