package pl.paragon.api.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
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
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.runtime.files.FileSystemReceiptFileStore;
import pl.paragon.runtime.publish.EventPublisher;
import pl.paragon.runtime.webhook.ReceiverConfig;
import pl.paragon.runtime.webhook.ReceiverPolicy;

/** An intake of batches whose broker, keys and Redis a test can take away. */
abstract class TakesBatches {

    static final Submitter ANNA = new Submitter("anna");
    static final Optional<IdempotencyKey> NO_KEY = Optional.empty();
    static final Optional<IdempotencyKey> KEY = Optional.of(new IdempotencyKey("k"));

    @TempDir
    Path folder;

    final Clock clock = Clock.fixed(Samples.NOON, ZoneOffset.UTC);
    final RecordingPublisher publisher = new RecordingPublisher();
    final TestBatchStore batches = new TestBatchStore();
    final TestKeys keys = new TestKeys();
    final TestBoard facts = new TestBoard();
    final Lanes lanes = TestLanes.empty(clock);
    FileSystemReceiptFileStore store;
    BatchIntake intake;

    @BeforeEach
    void open() throws IOException {
        store = new FileSystemReceiptFileStore(folder);
        intake = intake(TestLimits.none(), publisher, Map.of());
    }

    static Form two() {
        return new Form().file("a.jpg", "image/jpeg", jpeg(1)).file("b.jpg", "image/jpeg", jpeg(2));
    }

    static byte[] jpeg(int which) {
        byte[] content = new byte[1_000];
        content[0] = (byte) 0xFF;
        content[1] = (byte) 0xD8;
        content[2] = (byte) 0xFF;
        content[500] = (byte) which;
        return content;
    }

    BatchIntake intake(RateLimit limit, EventPublisher events, Map<String, String> settings) {
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

    BatchIntake.Decision take(Optional<IdempotencyKey> key, Form form) {
        return intake.take(ANNA, key, Form.request(form.finished()), null, 1_000);
    }

    static Batch accepted(BatchIntake.Decision decision) {
        assertThat(decision).isInstanceOf(BatchIntake.Accepted.class);
        return ((BatchIntake.Accepted) decision).batch();
    }

    static Refusal refused(BatchIntake.Decision decision) {
        assertThat(decision).isInstanceOf(BatchIntake.Refused.class);
        return ((BatchIntake.Refused) decision).refusal();
    }

    List<ReceiptSubmitted> submitted() {
        return publisher.published.stream().map(ReceiptSubmitted.class::cast).toList();
    }

    long storedFiles() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
