package pl.paragon.api.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.api.Defaults;
import pl.paragon.api.RecordingPublisher;
import pl.paragon.api.Samples;
import pl.paragon.api.board.TestBoard;
import pl.paragon.api.idempotency.IdempotencyKey;
import pl.paragon.api.idempotency.TestKeys;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.lane.TestLanes;
import pl.paragon.api.limit.RateLimit;
import pl.paragon.api.limit.TestLimits;
import pl.paragon.contracts.event.CancelRequested;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.runtime.files.FileSystemReceiptFileStore;
import pl.paragon.runtime.files.PlacedFile;
import pl.paragon.runtime.files.ReceiptFileStore;
import pl.paragon.runtime.files.StoreFullException;
import pl.paragon.runtime.webhook.ReceiverConfig;
import pl.paragon.runtime.webhook.ReceiverPolicy;

/** An upload that cannot be kept is refused with the reason, and nobody hears of it. */
class ReceiptIntakeTest {

    @TempDir
    Path folder;

    private static final Submitter ANNA = new Submitter("anna");

    private final Clock clock = Clock.fixed(Samples.NOON, ZoneOffset.UTC);
    private final RecordingPublisher publisher = new RecordingPublisher();
    private final TestBoard board = new TestBoard();

    @Test
    void shouldTellAFullFileStoreFromOneThatIsAway() throws IOException {
        assertThat(take(new StoreFullException(new IOException("No space left on device"))))
                .isEqualTo(new ReceiptIntake.Refused(new Refusal.StoreFull()));
        assertThat(take(new IOException("Input/output error")))
                .isEqualTo(new ReceiptIntake.Refused(new Refusal.Unavailable(Refusal.Dependency.FILE_STORE)));
    }

    @Test
    void shouldSubmitWhereToTellOfTheJob() throws IOException {
        // given
        ReceiptIntake intake = intake(new FileSystemReceiptFileStore(folder), TestLimits.none());

        // when
        intake.take(ANNA, Optional.empty(), Form.request(told(" https://93.184.216.34/in ")), null);
        intake.take(ANNA, Optional.empty(), Form.request(told("")), null);

        // then
        assertThat(publisher.published)
                .extracting(event -> ((ReceiptSubmitted) event).submission().webhookUrl())
                .containsExactly("https://93.184.216.34/in", null);
    }

    @Test
    void shouldKeepNothingOfAnUploadWhoseWebhookLeadsInside() throws IOException {
        // given
        ReceiptIntake intake = intake(new FileSystemReceiptFileStore(folder), TestLimits.none());

        // when, then
        assertThat(intake.take(ANNA, Optional.empty(), Form.request(told("http://127.0.0.1/")), null))
                .isEqualTo(new ReceiptIntake.Refused(
                        new Refusal.WebhookRefused("The host has an address that is not public")));
        assertThat(intake.take(
                        ANNA, Optional.empty(), Form.request(told("https://93.184.216.34/" + "x".repeat(480))), null))
                .isEqualTo(new ReceiptIntake.Refused(
                        new Refusal.WebhookRefused("A webhook_url has at most 500 characters")));
        assertThat(publisher.published).isEmpty();
        assertThat(left()).isEmpty();
    }

    @Test
    void shouldGiveBackThePlaceOfAJobThatTheBrokerDoesNotTake() throws IOException {
        // given
        RateLimit limit = TestLimits.of(Map.of("paragon.rate-limit.jobs", "1"), clock);
        ReceiptIntake intake = intake(new FileSystemReceiptFileStore(folder), limit);
        publisher.away = true;

        // when
        ReceiptIntake.Decision refused = intake.take(ANNA, Optional.empty(), Form.request(receipt()), null);

        // then
        assertThat(refused).isEqualTo(new ReceiptIntake.Refused(new Refusal.Unavailable(Refusal.Dependency.BROKER)));
        publisher.away = false;
        assertThat(intake.take(ANNA, Optional.empty(), Form.request(receipt()), null))
                .isInstanceOf(ReceiptIntake.Accepted.class);
        assertThat(intake.take(ANNA, Optional.empty(), Form.request(receipt()), null))
                .isInstanceOfSatisfying(ReceiptIntake.Refused.class, r -> assertThat(r.refusal())
                        .isInstanceOf(Refusal.RateLimited.class));
    }

    @Test
    void shouldNotReadTheBodyOfSomebodyWhoIsKnownToHaveNoJobLeft() throws IOException {
        // given
        ReceiptIntake intake = intake(
                new FileSystemReceiptFileStore(folder), TestLimits.of(Map.of("paragon.rate-limit.jobs", "1"), clock));
        intake.take(ANNA, Optional.empty(), Form.request(receipt()), null);
        InputStream untouched = new ByteArrayInputStream(receipt());

        // when
        ReceiptIntake.Decision decision = intake.take(
                ANNA,
                Optional.empty(),
                new FormReader.Request(Form.CONTENT_TYPE, -1, false, untouched, Form.ADDRESS),
                "somebody else");

        // then
        assertThat(decision).isInstanceOfSatisfying(ReceiptIntake.Refused.class, r -> assertThat(r.refusal())
                .isInstanceOf(Refusal.RateLimited.class));
        assertThat(untouched).hasSameContentAs(new ByteArrayInputStream(receipt()));
        assertThat(intake.take(Submitter.ANONYMOUS, Optional.empty(), Form.request(receipt()), "anna"))
                .isInstanceOf(ReceiptIntake.Accepted.class);
    }

    @Test
    void shouldTellTheBoardAndTheBrokerSideBySide() throws IOException {
        // given: each goes on only when the other was asked as well
        CyclicBarrier both = new CyclicBarrier(2);
        publisher.meanwhile = () -> meet(both);
        board.setMeanwhile(() -> meet(both));

        // when, then
        assertThat(intake(new FileSystemReceiptFileStore(folder), TestLimits.none())
                        .take(ANNA, Optional.empty(), Form.request(receipt()), null))
                .isInstanceOf(ReceiptIntake.Accepted.class);
    }

    @Test
    void shouldForceTheFileToTheDiskWhileTheBrokerIsTold() throws IOException {
        // given
        CompletableFuture<Void> told = new CompletableFuture<Void>().orTimeout(1, TimeUnit.MINUTES);
        publisher.meanwhile = () -> told.complete(null);

        // when, then
        assertThat(intake(forcing(told), TestLimits.none()).take(ANNA, Optional.empty(), Form.request(receipt()), null))
                .isInstanceOf(ReceiptIntake.Accepted.class);
    }

    @Test
    void shouldTakeBackAJobWhoseFileDoesNotReachTheDisk() throws IOException {
        // given
        CompletableFuture<Void> full =
                CompletableFuture.failedFuture(new StoreFullException(new IOException("No space left on device")));

        // when
        ReceiptIntake.Decision decision =
                intake(forcing(full), TestLimits.none()).take(ANNA, Optional.empty(), Form.request(receipt()), null);

        // then
        assertThat(decision).isEqualTo(new ReceiptIntake.Refused(new Refusal.StoreFull()));
        assertThat(publisher.published).hasExactlyElementsOfTypes(ReceiptSubmitted.class, CancelRequested.class);
        assertThat(left()).isEmpty();
    }

    @Test
    void shouldNotLetAnotherRequestGoOnWithAFileThatIsNotOnTheDisk() throws IOException {
        // given
        CompletableFuture<Void> full =
                CompletableFuture.failedFuture(new StoreFullException(new IOException("No space left on device")));
        Optional<IdempotencyKey> key = Optional.of(IdempotencyKey.parse("\"once\""));

        // when
        ReceiptIntake.Decision decision =
                intake(forcing(full), TestLimits.none()).take(ANNA, key, Form.request(receipt()), null);

        // then
        assertThat(decision).isEqualTo(new ReceiptIntake.Refused(new Refusal.StoreFull()));
        assertThat(publisher.published).isEmpty();
    }

    private static void meet(CyclicBarrier both) {
        try {
            both.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException("the other was not asked meanwhile", e);
        }
    }

    private static byte[] told(String webhookUrl) {
        return Form.withFile("image/jpeg", FormReaderTest.jpeg(1_000))
                .field("webhook_url", webhookUrl)
                .finished();
    }

    private static byte[] receipt() {
        return Form.withFile("image/jpeg", FormReaderTest.jpeg(1_000)).finished();
    }

    private ReceiptIntake intake(ReceiptFileStore store, RateLimit limit) {
        return new ReceiptIntake(
                store,
                board.board(),
                limit,
                new TestKeys(),
                TestLanes.empty(clock),
                publisher,
                new SaidWebhook(ReceiverPolicy.of(Defaults.of(ReceiverConfig.class))),
                Defaults.of(UploadConfig.class),
                clock,
                new SimpleMeterRegistry());
    }

    /** Takes an upload whose file is stored before the store fails, and finds nothing left of it. */
    private ReceiptIntake.Decision take(IOException failure) throws IOException {
        ReceiptIntake intake = intake(failing(failure), TestLimits.none());
        ReceiptIntake.Decision decision =
                intake.take(Submitter.ANONYMOUS, Optional.empty(), Form.request(receipt()), null);
        assertThat(publisher.published).isEmpty();
        assertThat(left()).isEmpty();
        return decision;
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> left = Files.walk(folder)) {
            return left.filter(Files::isRegularFile).toList();
        }
    }

    /** A store that fails once it has a file. */
    private ReceiptFileStore failing(IOException failure) throws IOException {
        return placing(file -> {
            throw failure;
        });
    }

    /** A store whose files are on the disk when this is done. */
    private ReceiptFileStore forcing(CompletableFuture<Void> forced) throws IOException {
        return placing(file -> new PlacedFile(file.reference(), forced));
    }

    private interface Placing {
        PlacedFile of(PlacedFile file) throws IOException;
    }

    private ReceiptFileStore placing(Placing placing) throws IOException {
        ReceiptFileStore store = new FileSystemReceiptFileStore(folder);
        return (ReceiptFileStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ReceiptFileStore.class}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(store, arguments);
                        return result instanceof PlacedFile file ? placing.of(file) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
