package pl.paragon.api.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.api.Defaults;
import pl.paragon.api.RecordingPublisher;
import pl.paragon.api.Samples;
import pl.paragon.api.board.TestBoard;
import pl.paragon.api.idempotency.IdempotencyKey;
import pl.paragon.api.idempotency.TestKeys;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.intake.Form;
import pl.paragon.api.intake.Refusal;
import pl.paragon.api.intake.SaidWebhook;
import pl.paragon.api.intake.UploadConfig;
import pl.paragon.api.lane.Lanes;
import pl.paragon.api.lane.TestLanes;
import pl.paragon.api.limit.RateLimit;
import pl.paragon.api.limit.TestLimits;
import pl.paragon.contracts.event.Event;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.job.BatchPlace;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Lane;
import pl.paragon.runtime.files.FileSystemReceiptFileStore;
import pl.paragon.runtime.publish.BrokerUnavailableException;
import pl.paragon.runtime.publish.DeadLetter;
import pl.paragon.runtime.publish.EventPublisher;
import pl.paragon.runtime.webhook.ReceiverConfig;
import pl.paragon.runtime.webhook.ReceiverPolicy;

/** A batch is accepted file by file, or nothing is left of it. */
class BatchIntakeTest {

    private static final Submitter ANNA = new Submitter("anna");
    private static final Optional<IdempotencyKey> NO_KEY = Optional.empty();
    private static final Optional<IdempotencyKey> KEY = Optional.of(new IdempotencyKey("k"));

    @TempDir
    Path folder;

    private final Clock clock = Clock.fixed(Samples.NOON, ZoneOffset.UTC);
    private final RecordingPublisher publisher = new RecordingPublisher();
    private final TestBatchStore batches = new TestBatchStore();
    private final TestKeys keys = new TestKeys();
    private final TestBoard facts = new TestBoard();
    private final Lanes lanes = TestLanes.empty(clock);
    private FileSystemReceiptFileStore store;
    private BatchIntake intake;

    @BeforeEach
    void open() throws IOException {
        store = new FileSystemReceiptFileStore(folder);
        intake = intake(TestLimits.none(), publisher, Map.of());
    }

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

    @Test
    void shouldAnswerTheSameBatchWithTheSameJobs() throws IOException {
        // given
        Batch first = accepted(take(KEY, two()));
        long stored = storedFiles();

        // when
        BatchIntake.Decision again = take(KEY, two());

        // then
        assertThat(again).isEqualTo(new BatchIntake.Repeated(first));
        assertThat(submitted()).hasSize(2);
        assertThat(storedFiles()).isEqualTo(stored);
        batches.kept.clear();
        assertThat(take(KEY, two())).as("told from its files").isEqualTo(new BatchIntake.Repeated(first));
        assertThat(refused(take(KEY, two().file("c.jpg", "image/jpeg", jpeg(3)))))
                .isEqualTo(new Refusal.KeyReused());
        assertThat(storedFiles()).isEqualTo(stored);
    }

    @Test
    void shouldSubmitTheSameJobsOnceMoreIfTheGatewayDiedInBetween() throws IOException {
        // given a gateway that died after the first of two files
        intake = intake(TestLimits.none(), new Dying(publisher, 1), Map.of());
        try {
            take(KEY, two());
        } catch (Dying.Death expected) {
            // As if it had never come to what follows.
        }
        keys.endAllLeases();
        intake = intake(TestLimits.none(), publisher, Map.of());

        // when
        BatchIntake.Decision again = take(KEY, two());

        // then
        assertThat(again).isInstanceOfSatisfying(BatchIntake.Repeated.class, repeated -> {
            assertThat(submitted()).hasSize(3);
            assertThat(submitted().stream().map(ReceiptSubmitted::jobId).distinct())
                    .containsExactlyElementsOf(
                            repeated.batch().accepted().map(Batch.Accepted::job).toList());
        });
        for (ReceiptSubmitted job : submitted()) {
            store.open(job.submission().file()).close();
        }
        assertThat(storedFiles()).isEqualTo(2);
    }

    @Test
    void shouldRefuseWhatTheBrokerDoesNotTakeAndKeepTheRest() throws IOException {
        // given a broker that goes away after the first of two files
        List<Event> taken = new ArrayList<>();
        intake = intake(TestLimits.none(), new Leaving(taken, 1), Map.of());

        // when
        Batch batch = accepted(take(NO_KEY, two()));

        // then
        assertThat(taken).hasSize(1);
        assertThat(batch.accepted()).hasSize(1);
        assertThat(batch.files().get(1))
                .isEqualTo(new Batch.Refused("b.jpg", new Refusal.Unavailable(Refusal.Dependency.BROKER)));
        assertThat(storedFiles()).isEqualTo(1);
        assertThat(batches.find(batch.id())).contains(batch);

        // and if it takes none
        intake = intake(TestLimits.none(), new Leaving(taken, 0), Map.of());
        assertThat(refused(take(NO_KEY, two()))).isEqualTo(new Refusal.Unavailable(Refusal.Dependency.BROKER));
        assertThat(storedFiles()).isEqualTo(1);
    }

    @Test
    void shouldAcceptABatchWithoutRedis() {
        // given
        batches.away = true;

        // when, then
        assertThat(accepted(take(NO_KEY, two())).accepted()).hasSize(2);
    }

    private static Form two() {
        return new Form().file("a.jpg", "image/jpeg", jpeg(1)).file("b.jpg", "image/jpeg", jpeg(2));
    }

    private static byte[] jpeg(int which) {
        byte[] content = new byte[1_000];
        content[0] = (byte) 0xFF;
        content[1] = (byte) 0xD8;
        content[2] = (byte) 0xFF;
        content[500] = (byte) which;
        return content;
    }

    private BatchIntake intake(RateLimit limit, EventPublisher events, Map<String, String> settings) {
        return new BatchIntake(
                store,
                new Submissions(store, facts.board(), lanes, events),
                batches,
                limit,
                keys,
                new SaidWebhook(ReceiverPolicy.of(Defaults.of(ReceiverConfig.class))),
                Defaults.with(BatchConfig.class, settings),
                Defaults.of(UploadConfig.class),
                clock);
    }

    private BatchIntake.Decision take(Optional<IdempotencyKey> key, Form form) {
        return intake.take(ANNA, key, Form.request(form.finished()), null, 1_000);
    }

    private static Batch accepted(BatchIntake.Decision decision) {
        assertThat(decision).isInstanceOf(BatchIntake.Accepted.class);
        return ((BatchIntake.Accepted) decision).batch();
    }

    private static Refusal refused(BatchIntake.Decision decision) {
        assertThat(decision).isInstanceOf(BatchIntake.Refused.class);
        return ((BatchIntake.Refused) decision).refusal();
    }

    private List<ReceiptSubmitted> submitted() {
        return publisher.published.stream().map(ReceiptSubmitted.class::cast).toList();
    }

    private long storedFiles() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    /** Publishes for a gateway that dies after so many events, and cleans up nothing. */
    private static final class Dying implements EventPublisher {

        private final EventPublisher alive;
        private int left;

        Dying(EventPublisher alive, int left) {
            this.alive = alive;
            this.left = left;
        }

        /** Not caught by whoever cleans up. */
        static final class Death extends Error {
            private static final long serialVersionUID = 1L;
        }

        @Override
        public void publish(Event event) {
            if (left-- == 0) {
                throw new Death();
            }
            alive.publish(event);
        }

        @Override
        public void publishUnconfirmed(Event event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void deadLetter(DeadLetter letter) {
            throw new UnsupportedOperationException();
        }
    }

    /** A broker that takes so many events and then goes away. */
    private static final class Leaving implements EventPublisher {

        private final List<Event> taken;
        private int left;

        Leaving(List<Event> taken, int left) {
            this.taken = taken;
            this.left = left;
        }

        @Override
        public void publish(Event event) {
            if (left-- <= 0) {
                throw new BrokerUnavailableException("away for this test", null);
            }
            taken.add(event);
        }

        @Override
        public void publishUnconfirmed(Event event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void deadLetter(DeadLetter letter) {
            throw new UnsupportedOperationException();
        }
    }
}
