package pl.paragon.api.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pl.paragon.api.intake.Form;
import pl.paragon.api.intake.Refusal;
import pl.paragon.api.limit.RateLimit;
import pl.paragon.api.limit.TestLimits;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.job.BatchPlace;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Lane;

/** A batch is accepted file by file, or nothing is left of it. */
class BatchIntakeTest extends TakesBatches {

    @Test
    void shouldAcceptFilesAndArchivesAndRefuseOnlyWhatIsBad() throws IOException {
        // when
        Batch batch = accepted(take(
                NO_KEY,
                new Form()
                        .field("user_id", "u1")
                        .file("a.jpg", "image/jpeg", jpeg(1))
                        .file("empty.jpg", "image/jpeg", new byte[0])
                        .file(
                                "b.zip",
                                "application/zip",
                                new Zips()
                                        .with("b/1.jpg", jpeg(2))
                                        .with("b/notes.txt", "notes".getBytes(StandardCharsets.UTF_8))
                                        .with(
                                                "b/inner.zip",
                                                new Zips()
                                                        .with("c.jpg", jpeg(9))
                                                        .bytes())
                                        .bytes())
                        .file(
                                "bad.zip",
                                "application/zip",
                                new Zips()
                                        .with("x.jpg", jpeg(3))
                                        .with("../y.jpg", jpeg(4))
                                        .bytes())
                        .file("no.zip", "application/zip", "no archive".getBytes(StandardCharsets.UTF_8))
                        .part("name=\"anything\"; filename=\"last.jpg\"", null, jpeg(5))));

        // then
        assertThat(batch.files())
                .extracting(Batch.Entry::filename)
                .containsExactly(
                        "a.jpg", "empty.jpg", "1.jpg", "notes.txt", "inner.zip", "bad.zip", "no.zip", "last.jpg");
        assertThat(batch.accepted()).extracting(Batch.Accepted::filename).containsExactly("a.jpg", "1.jpg", "last.jpg");
        assertThat(batch.files().get(1)).isEqualTo(new Batch.Refused("empty.jpg", new Refusal.Empty("empty.jpg")));
        assertThat(((Batch.Refused) batch.files().get(4)).refusal())
                .isEqualTo(new Refusal.UnsupportedType("application/octet-stream"));
        assertThat(((Batch.Refused) batch.files().get(5)).refusal())
                .isEqualTo(new Refusal.BadArchive("The name of an entry leads out of the archive (..)"));
        assertThat(((Batch.Refused) batch.files().get(6)).refusal())
                .isEqualTo(new Refusal.BadArchive("The file is not a ZIP archive"));
        assertThat(batches.find(batch.id())).contains(batch);
        assertThat(storedFiles()).as("of what was refused nothing is left").isEqualTo(3);

        // and what the workers get
        List<ReceiptSubmitted> submitted = submitted();
        assertThat(submitted)
                .extracting(ReceiptSubmitted::jobId)
                .containsExactlyElementsOf(
                        batch.accepted().map(Batch.Accepted::job).toList());
        ReceiptSubmitted second = submitted.get(1);
        assertThat(second.submission().lane()).isEqualTo(Lane.BULK);
        assertThat(second.submission().submitter()).isEqualTo("anna");
        assertThat(second.submission().userId())
                .as("a known submitter's form says nothing")
                .isNull();
        BatchPlace place = second.submission().batch();
        assertThat(place.id()).isEqualTo(batch.id());
        assertThat(place.size()).isEqualTo(8);
        assertThat(place.id().jobAt(place.position())).isEqualTo(second.jobId());
        try (var content = store.open(second.submission().file())) {
            assertThat(content.readAllBytes()).isEqualTo(jpeg(2));
        }
        assertThat(facts.board().find(second.jobId())).isPresent();
    }

    @Test
    void shouldHaveTheEndOfEachJobToldWhereTheFormSays() {
        accepted(take(NO_KEY, two().field("webhook_url", " https://93.184.216.34/in ")));

        assertThat(submitted())
                .extracting(job -> job.submission().webhookUrl())
                .containsExactly("https://93.184.216.34/in", "https://93.184.216.34/in");
    }

    @Test
    void shouldKeepNothingOfABatchWhoseEndsMayNotBeToldThere() throws IOException {
        assertThat(refused(take(NO_KEY, two().field("webhook_url", "http://127.0.0.1/"))))
                .isInstanceOf(Refusal.WebhookRefused.class);

        assertThat(publisher.published).isEmpty();
        assertThat(storedFiles()).isZero();
    }

    @Test
    void shouldNotSendTheNextSingleUploadDownTheBulkLane() {
        Form many = new Form();
        for (int i = 0; i < 20; i++) {
            many.file(i + ".jpg", "image/jpeg", jpeg(i));
        }

        accepted(take(NO_KEY, many));

        assertThat(lanes.choose(JobId.random(), "anna", null)).isEqualTo(Lane.INTERACTIVE);
    }

    @Test
    void shouldLeaveNothingOfABatchThatIsRefusedAsAWhole() throws IOException {
        // given
        intake = intake(
                TestLimits.none(), publisher, Map.of("paragon.batch.max-files", "2", "paragon.batch.max-size", "100K"));
        Form three = new Form()
                .file("a.jpg", "image/jpeg", jpeg(1))
                .file(
                        "b.zip",
                        "application/zip",
                        new Zips().with("b.jpg", jpeg(2)).with("c.jpg", jpeg(3)).bytes());

        // when, then
        assertThat(refused(take(NO_KEY, three))).isEqualTo(new Refusal.BatchTooLarge("files", 2));
        assertThat(refused(take(
                        NO_KEY,
                        new Form()
                                .file("a.jpg", "image/jpeg", jpeg(1))
                                .file("b.jpg", "image/jpeg", new byte[200_000]))))
                .isEqualTo(new Refusal.BatchTooLarge("bytes", 100 * 1024));
        assertThat(refused(intake.take(
                        ANNA,
                        NO_KEY,
                        new pl.paragon.api.intake.FormReader.Request(
                                Form.CONTENT_TYPE,
                                -1,
                                false,
                                new java.io.ByteArrayInputStream(new Form()
                                        .file("b.jpg", "image/jpeg", new byte[200_000])
                                        .finished()),
                                Form.ADDRESS),
                        null,
                        10)))
                .as("without a length")
                .isEqualTo(new Refusal.BatchTooLarge("bytes", 100 * 1024));
        assertThat(refused(intake.take(
                        ANNA,
                        NO_KEY,
                        Form.request(
                                new Form().file("a.jpg", "image/jpeg", jpeg(1)).unfinished()),
                        null,
                        10)))
                .isInstanceOf(Refusal.Malformed.class);
        assertThat(refused(take(NO_KEY, new Form().file("a.txt", "text/plain", jpeg(1)))))
                .isEqualTo(new Refusal.BatchRefused(
                        List.of(new Refusal.FileRefusal("a.txt", new Refusal.UnsupportedType("text/plain")))));
        assertThat(refused(take(NO_KEY, new Form().field("user_id", "u1")))).isEqualTo(new Refusal.NoFile());
        assertThat(storedFiles()).isZero();
        assertThat(publisher.published).isEmpty();
        assertThat(batches.kept).isEmpty();
    }

    @Test
    void shouldCountFilesInBatchesApartFromSingleUploads() {
        // given
        RateLimit limit =
                TestLimits.of(Map.of("paragon.rate-limit.jobs", "1", "paragon.rate-limit.batch-files", "3"), clock);
        intake = intake(limit, publisher, Map.of());

        // when, then
        assertThat(accepted(take(NO_KEY, two()))).isNotNull();
        assertThat(refused(take(NO_KEY, two()))).isInstanceOfSatisfying(Refusal.RateLimited.class, refusal -> {
            assertThat(refusal.quota().remaining()).isEqualTo(1);
            assertThat(refusal.quota().policy().name()).isEqualTo("batch");
        });
        assertThat(accepted(take(NO_KEY, new Form().file("a.jpg", "image/jpeg", jpeg(1)))))
                .isNotNull();
        assertThat(submitted()).hasSize(3);
    }
}
