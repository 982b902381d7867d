package pl.paragon.api.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.api.Defaults;
import pl.paragon.api.RecordingPublisher;
import pl.paragon.api.Samples;
import pl.paragon.api.SetClock;
import pl.paragon.api.board.TestBoard;
import pl.paragon.api.idempotency.IdempotencyKey;
import pl.paragon.api.idempotency.TestKeys;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.lane.TestLanes;
import pl.paragon.api.limit.TestLimits;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.runtime.files.FileSystemReceiptFileStore;
import pl.paragon.runtime.webhook.ReceiverConfig;
import pl.paragon.runtime.webhook.ReceiverPolicy;

/** An upload with an idempotency key becomes one job, whatever dies or is away. */
class OnceOnlyTest {

    private static final Submitter ANNA = new Submitter("anna");
    private static final IdempotencyKey KEY = new IdempotencyKey("1");

    @TempDir
    Path folder;

    private final RecordingPublisher publisher = new RecordingPublisher();
    private final TestKeys keys = new TestKeys();
    private final SetClock clock = new SetClock();
    private ReceiptIntake intake;

    @BeforeEach
    void gateway() throws IOException {
        intake = new ReceiptIntake(
                new FileSystemReceiptFileStore(folder),
                new TestBoard().board(),
                TestLimits.of(Map.of("paragon.rate-limit.jobs", "2"), clock),
                keys,
                TestLanes.empty(clock),
                publisher,
                new SaidWebhook(ReceiverPolicy.of(Defaults.of(ReceiverConfig.class))),
                Defaults.of(UploadConfig.class),
                clock,
                new SimpleMeterRegistry());
    }

    @Test
    void shouldAnswerTheSameUploadWithTheSameJobAndAskForNoFurtherPlace() throws IOException {
        // given
        ReceiptIntake.Accepted first = accepted(upload("a.jpg", 1_000));

        // when, then
        for (int i = 0; i < 3; i++) {
            assertThat(upload("a.jpg", 1_000)).isEqualTo(new ReceiptIntake.Repeated(first.job(), first.submission()));
        }
        assertThat(publisher.published).hasSize(1);
        assertThat(files()).as("the accepted job's").isEqualTo(1);
    }

    @Test
    void shouldRefuseAnotherUploadWithTheSameKey() throws IOException {
        // given
        accepted(upload("a.jpg", 1_000));

        // when, then
        assertThat(upload("a.jpg", 1_001)).isEqualTo(refused(new Refusal.KeyReused()));
        assertThat(upload("b.jpg", 1_000)).isEqualTo(refused(new Refusal.KeyReused()));
        byte[] told = new Form()
                .file("a.jpg", "image/jpeg", FormReaderTest.jpeg(1_000))
                .field("webhook_url", "https://93.184.216.34/")
                .finished();
        assertThat(intake.take(ANNA, Optional.of(KEY), Form.request(told), null))
                .isEqualTo(refused(new Refusal.KeyReused()));
        accepted(intake.take(Submitter.ANONYMOUS, Optional.of(KEY), Form.request(form("a.jpg", 1_000)), "somebody"));
        assertThat(intake.take(
                        Submitter.ANONYMOUS, Optional.of(KEY), Form.request(form("a.jpg", 1_000)), "somebody else"))
                .isEqualTo(refused(new Refusal.KeyReused()));
        assertThat(intake.take(new Submitter("ben"), Optional.of(KEY), Form.request(form("b.jpg", 1_000)), null))
                .as("another owner's key")
                .isInstanceOf(ReceiptIntake.Accepted.class);
        assertThat(publisher.published).hasSize(3);
        assertThat(files()).isEqualTo(3);
    }

    @Test
    void shouldFreeTheKeyOfAnUploadThatIsRefused() {
        // given
        byte[] noPicture = Form.withFile("image/png", FormReaderTest.jpeg(100)).finished();
        assertThat(intake.take(ANNA, Optional.of(KEY), Form.request(noPicture), null))
                .isInstanceOf(ReceiptIntake.Refused.class);
        publisher.away = true;
        assertThat(upload("a.jpg", 1_000)).isEqualTo(refused(new Refusal.Unavailable(Refusal.Dependency.BROKER)));
        publisher.away = false;

        // when, then
        accepted(upload("b.jpg", 999));
    }

    @Test
    void shouldSubmitTheJobOfAGatewayThatDiedOnceMoreAndNoOther() throws IOException {
        // given one that dies after it has published, before the key has its answer
        keys.awayAfterBegin = true;
        assertThat(upload("a.jpg", 1_000)).isEqualTo(refused(new Refusal.Unavailable(Refusal.Dependency.KEY_STORE)));
        keys.away = false;
        keys.awayAfterBegin = false;
        assertThat(files()).as("the file of whoever goes on").isEqualTo(1);
        assertThat(upload("a.jpg", 1_000)).isEqualTo(refused(new Refusal.KeyInFlight()));
        keys.endAllLeases();
        publisher.away = true;
        assertThat(upload("a.jpg", 1_000)).isEqualTo(refused(new Refusal.Unavailable(Refusal.Dependency.BROKER)));
        publisher.away = false;
        assertThat(upload("b.jpg", 1_000)).isEqualTo(refused(new Refusal.KeyReused()));

        // when
        ReceiptIntake.Decision again = upload("a.jpg", 1_000);

        // then
        assertThat(publisher.published).singleElement().isInstanceOfSatisfying(ReceiptSubmitted.class, submitted -> {
            assertThat(again).isEqualTo(new ReceiptIntake.Repeated(submitted.jobId(), submitted.submission()));
            assertThat(folder.resolve("jobs"))
                    .isDirectoryRecursivelyContaining("glob:**/" + submitted.jobId() + "/upload");
        });
        assertThat(files()).isEqualTo(1);
        assertThat(upload("a.jpg", 1_000)).isEqualTo(again);
        assertThat(publisher.published).hasSize(1);
    }

    @Test
    void shouldAcceptNothingWhoseKeyCannotBeChecked() throws IOException {
        // given
        keys.away = true;

        // when, then
        assertThat(upload("a.jpg", 1_000)).isEqualTo(refused(new Refusal.Unavailable(Refusal.Dependency.KEY_STORE)));
        assertThat(publisher.published).isEmpty();
        assertThat(files()).isZero();
        assertThat(intake.take(ANNA, Optional.empty(), Form.request(form("a.jpg", 1_000)), null))
                .as("without a key nobody asks")
                .isInstanceOf(ReceiptIntake.Accepted.class);
    }

    @Test
    void shouldAnswerTheSameEntryWithTheSameJob() throws IOException {
        // given
        ReceiptIntake.Accepted first = accepted(enter("{\"store\":1}"));

        // when, then
        assertThat(enter("{\"store\":1}")).isEqualTo(new ReceiptIntake.Repeated(first.job(), first.submission()));
        assertThat(enter("{\"store\":2}")).isEqualTo(refused(new Refusal.KeyReused()));
        assertThat(publisher.published).hasSize(1);
        assertThat(folder.resolve("jobs")).isDirectoryRecursivelyContaining("glob:**/" + first.job() + "/upload");
    }

    private ReceiptIntake.Decision enter(String json) {
        return intake.takeReceipt(
                ANNA, Optional.of(KEY), json.getBytes(StandardCharsets.UTF_8), Samples.document(), Form.ADDRESS);
    }

    private ReceiptIntake.Decision upload(String filename, int size) {
        return intake.take(ANNA, Optional.of(KEY), Form.request(form(filename, size)), null);
    }

    private static byte[] form(String filename, int size) {
        return new Form()
                .file(filename, "image/jpeg", FormReaderTest.jpeg(size))
                .finished();
    }

    private static ReceiptIntake.Accepted accepted(ReceiptIntake.Decision decision) {
        assertThat(decision).isInstanceOf(ReceiptIntake.Accepted.class);
        return (ReceiptIntake.Accepted) decision;
    }

    private static ReceiptIntake.Refused refused(Refusal refusal) {
        return new ReceiptIntake.Refused(refusal);
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
