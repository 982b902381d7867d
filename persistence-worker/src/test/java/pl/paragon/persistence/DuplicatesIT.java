package pl.paragon.persistence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.event.ReceiptAnalyzed;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.receipt.Duplicate;
import pl.paragon.contracts.receipt.Duplicate.Kind;
import pl.paragon.testsupport.broker.RealBroker;

/** What a job's end and the gateway are told of receipts that were saved before. */
@QuarkusTest
@WithTestResource(RealBroker.class)
@WithTestResource(RealDatabase.class)
class DuplicatesIT extends AgainstRealServers {

    private static final LocalDate DAY = LocalDate.of(2026, 2, 28);

    private String owner;

    @BeforeEach
    void beSomebodyNew() {
        owner = "owner-" + UUID.randomUUID();
    }

    @Test
    void shouldTellTheSurestFirst() {
        // given
        JobEnded.Saved first = save(owner, "aa", DAY);
        JobEnded.Saved another = save(owner, "bb", DAY);

        // when
        JobId job = JobId.random();
        JobEnded.Saved again = save(job, owner, "aa", DAY);

        // then
        assertThat(first.duplicates()).isEmpty();
        assertThat(another.duplicates())
                .extracting(Duplicate::kind, Duplicate::receiptId)
                .containsExactly(tuple(Kind.SAME_RECEIPT, first.receiptId()));
        assertThat(again.duplicates())
                .extracting(Duplicate::kind, Duplicate::receiptId)
                .containsExactly(
                        tuple(Kind.SAME_FILE, first.receiptId()), tuple(Kind.SAME_RECEIPT, another.receiptId()));
        assertThat(asked(job, owner)).isEqualTo(again.duplicates());
    }

    @Test
    void shouldTellTheSameEndAgain() {
        // given
        save(owner, "aa", DAY);
        ReceiptAnalyzed analyzed = analyzed(JobId.random(), owner, "aa", DAY);

        // when
        broker.publish(analyzed, analyzed);

        // then
        List<JobEnded> ends = broker.await(analyzed.jobId(), JobEnded.class, 2);
        assertThat(ends.stream().distinct()).hasSize(1);
        assertThat(((JobEnded.Saved) ends.getFirst().outcome()).duplicates()).hasSize(1);
    }

    @Test
    void shouldTellNobodyOfTheReceiptsOfSomebodyElse() {
        // given
        save("somebody-else-" + owner, "aa", DAY);

        // when
        JobId job = JobId.random();
        JobEnded.Saved saved = save(job, owner, "aa", DAY);

        // then
        assertThat(saved.duplicates()).isEmpty();
        answer(job, "somebody-else-" + owner).statusCode(404);
        answer(JobId.random(), owner).statusCode(404);
    }

    @Test
    void shouldTellAsManyAsAClientLooksAt() {
        for (int i = 0; i < Duplicate.MOST; i++) {
            save(owner, "aa", DAY);
        }

        assertThat(save(owner, "aa", DAY).duplicates()).hasSize(Duplicate.MOST);
        assertThat(save(owner, "aa", DAY).duplicates()).hasSize(Duplicate.MOST);
    }

    private JobEnded.Saved save(String submitter, String file, LocalDate date) {
        return save(JobId.random(), submitter, file, date);
    }

    private JobEnded.Saved save(JobId job, String submitter, String file, LocalDate date) {
        broker.publish(analyzed(job, submitter, file, date));
        return (JobEnded.Saved) broker.await(job, JobEnded.class).outcome();
    }

    private ReceiptAnalyzed analyzed(JobId job, String submitter, String file, LocalDate date) {
        ReceiptAnalyzed anonymous =
                Fixtures.analyzedNow(job, Fixtures.document("PARAGON", Fixtures.analysis("Chleb", date)), store);
        FileReference upload = new FileReference(job + "/upload", "image/jpeg", 3, file.repeat(32));
        Submission submission = new Submission("paragon.jpg", upload, null, submitter, Instant.now());
        return new ReceiptAnalyzed(
                job, anonymous.occurredAt(), submission, anonymous.workStartedAt(), anonymous.analysis());
    }

    private static List<Duplicate> asked(JobId job, String submitter) {
        return List.of(
                Json.read(answer(job, submitter).statusCode(200).extract().asByteArray(), Duplicate[].class));
    }

    private static ValidatableResponse answer(JobId job, String submitter) {
        return given().queryParam("submitter", submitter)
                .get("/internal/receipts/" + job + "/duplicates")
                .then();
    }
}
