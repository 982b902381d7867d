package pl.paragon.ocr.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.job.JobId;
import pl.paragon.runtime.trace.JobSpan;
import pl.paragon.runtime.trace.LogField;
import pl.paragon.worker.stage.StageException;
import pl.paragon.worker.stage.WorkerStoppingException;

class ReadingThreadsTest {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration GRACE = Duration.ofSeconds(10);

    @RegisterExtension
    static final OpenTelemetryExtension TRACES = OpenTelemetryExtension.create();

    private final CountDownLatch release = new CountDownLatch(1);
    private final HandSetAlarms time = new HandSetAlarms();
    private ReadingThreads threads;

    @AfterEach
    void letHungThreadsGo() {
        release.countDown();
        threads.close();
    }

    @Test
    void shouldRunWorkOnAPlatformThread() throws Exception {
        // given
        threads = threads(1, 1);

        // when
        boolean virtual = threads.call(stop -> Thread.currentThread().isVirtual());

        // then
        assertThat(virtual).isFalse();
    }

    @Test
    void shouldTakeTheTraceAndTheLogFieldsOfItsCallerAlong() throws Exception {
        // given
        threads = threads(1, 1);
        ReadingMetrics metrics = new ReadingMetrics(new SimpleMeterRegistry());
        JobId job = JobId.random();

        // when
        Object said;
        try (JobSpan span = JobSpan.ofRequest("caller", job)) {
            said = threads.call(stop -> metrics.time(ReadingStep.DETECT, () -> MDC.get(LogField.JOB_ID.id())));
        }
        Object afterwards = threads.call(stop -> MDC.get(LogField.JOB_ID.id()));

        // then
        assertThat(said).isEqualTo(job.toString());
        assertThat(afterwards).isNull();
        assertThat(TRACES.getSpans()).extracting(SpanData::getName).containsExactlyInAnyOrder("detect", "caller");
        assertThat(TRACES.getSpans())
                .extracting(SpanData::getTraceId)
                .containsOnly(TRACES.getSpans().getFirst().getTraceId());
    }

    @Test
    void shouldInheritNothingOfTheCallerThatAThreadWasMadeFor() throws Exception {
        // given
        InheritableThreadLocal<String> ofTheFirst = new InheritableThreadLocal<>();
        ofTheFirst.set("the first job");
        threads = threads(1, 1);

        // when
        String inherited = threads.call(stop -> ofTheFirst.get());

        // then
        assertThat(inherited).isNull();
    }

    @Test
    void shouldTellWorkToStopAtItsLimit() throws Exception {
        // given
        threads = threads(1, 1);

        // when / then
        assertTimeout(stop -> {
            time.pass(LIMIT.minusMillis(1));
            stop.checkpoint();
            time.pass(Duration.ofMillis(1));
            stop.checkpoint();
            return "not told to stop";
        });
        assertThat(threads.abandoned()).isZero();
        assertThat(threads.busy()).isZero();
    }

    @Test
    void shouldWaitUntilTheGraceIsOver() throws Exception {
        // given
        threads = threads(1, 1);

        // when
        String slow = threads.call(stop -> {
            time.pass(LIMIT.plus(GRACE).minusMillis(1));
            return "just in time";
        });

        // then
        assertThat(slow).isEqualTo("just in time");
    }

    @Test
    void shouldGiveUpWorkThatIgnoresEverythingAndGoOnWithOthers() throws Exception {
        // given
        threads = threads(1, 1);

        // when
        assertTimeout(this::hang);

        // then
        assertThat(threads.abandoned()).isEqualTo(1);
        assertThat(threads.<String>call(stop -> "the next receipt")).isEqualTo("the next receipt");
    }

    @Test
    void shouldCallTheProcessOverrunOnlyWhenMoreHangThanItCanLiveWith() {
        // given
        threads = threads(2, 1);

        // when
        assertTimeout(this::hang);

        // then
        assertThat(threads.isOverrun()).isFalse();

        // when
        assertTimeout(this::hang);

        // then
        assertThat(threads.isOverrun()).isTrue();
    }

    @Test
    void shouldForgetAHungThreadThatComesBack() {
        // given
        threads = threads(1, 0);
        assertTimeout(this::hang);
        assertThat(threads.isOverrun()).isTrue();

        // when
        release.countDown();

        // then
        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(threads.abandoned()).isZero());
        assertThat(threads.isOverrun()).isFalse();
        assertThat(threads.busy()).isZero();
    }

    @Test
    void shouldStopWorkWhenItsCallerIsInterrupted() throws Exception {
        // given
        threads = threads(1, 1);

        // when
        Throwable ended = interruptedIn(stop -> {
            while (true) {
                stop.checkpoint();
                Thread.onSpinWait();
            }
        });

        // then
        assertThat(ended).isInstanceOf(InterruptedException.class);
        await().atMost(LONGEST).untilAsserted(() -> assertThat(threads.busy()).isZero());
    }

    @Test
    void shouldGiveUpWorkThatIgnoresThatItsCallerWasInterrupted() throws Exception {
        // given
        threads = threads(1, 0);
        Throwable ended = interruptedIn(this::deaf);
        assertThat(threads.isOverrun()).isFalse();

        // when
        time.pass(GRACE);

        // then
        assertThat(ended).isInstanceOf(InterruptedException.class);
        assertThat(threads.isOverrun()).isTrue();
        assertThat(threads.busy()).isZero();
    }

    @Test
    void shouldPassOnWhatTheWorkThrows() {
        // given
        threads = threads(1, 1);

        // when / then
        assertThatThrownBy(() -> threads.call(stop -> {
                    throw new StageException(ErrorCode.IMAGE_CORRUPT);
                }))
                .isInstanceOfSatisfying(
                        StageException.class, e -> assertThat(e.error().code()).isEqualTo(ErrorCode.IMAGE_CORRUPT));
        assertThat(threads.busy()).isZero();
    }

    @Test
    void shouldWaitAtTheCloseForThreadsInsideNativeCode() throws Exception {
        // given
        threads = threads(1, 1);
        Running inside = running(this::deaf);

        // when
        Thread closing = Thread.ofPlatform().start(threads::close);

        // then: told to stop, and waited for
        await().atMost(LONGEST).until(() -> inside.stop.isRaised());
        assertThat(closing.isAlive()).isTrue();
        release.countDown();
        closing.join();
        assertThat(threads.busy()).isZero();
    }

    @Test
    void shouldNotWaitAtTheCloseForAHungThreadLongerThanTheGrace() throws Exception {
        // given
        threads = threads(1, 1);
        Running inside = running(this::deaf);
        Thread closing = Thread.ofPlatform().start(threads::close);
        await().atMost(LONGEST).until(() -> inside.stop.isRaised());

        // when
        await().atMost(LONGEST).until(() -> {
            time.pass(GRACE); // until the closing thread has set its alarm
            return !closing.isAlive();
        });

        // then
        assertThat(inside.ended).isNotDone();
    }

    @Test
    void shouldSayThatTheWorkerStopsToWorkThatStopsForTheClose() throws Exception {
        // given
        threads = threads(1, 1);
        Running inside = running(stop -> {
            while (true) {
                stop.checkpoint();
                Thread.onSpinWait();
            }
        });

        // when
        threads.close();

        // then: nothing that is held against the document
        assertThat(inside.ended.get()).isInstanceOf(WorkerStoppingException.class);
        assertThatThrownBy(() -> threads.call(stop -> "after the close")).isInstanceOf(WorkerStoppingException.class);
    }

    @Test
    void shouldCloseAResultThatNobodyWaitsForAnyMore() throws Exception {
        // given
        threads = threads(1, 1);
        CompletableFuture<String> closed = new CompletableFuture<>();
        assertThatThrownBy(() -> threads.<AutoCloseable>call(stop -> {
                    hang(stop);
                    return () -> closed.complete("closed");
                }))
                .isInstanceOf(StageException.class);

        // when
        release.countDown();

        // then
        assertThat(closed.get()).isEqualTo("closed");
    }

    /** Work that is under way on another thread. */
    private record Running(StopSignal stop, CompletableFuture<Throwable> ended) {}

    private Running running(ReadingThreads.Work<String> work) throws Exception {
        CompletableFuture<StopSignal> began = new CompletableFuture<>();
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        Thread.ofVirtual()
                .start(() -> ended.complete(catchThrowable(() -> threads.call(stop -> {
                    began.complete(stop);
                    return work.run(stop);
                }))));
        return new Running(began.get(), ended);
    }

    private ReadingThreads threads(int size, int tolerated) {
        return new ReadingThreads(size, LIMIT, GRACE, tolerated, time);
    }

    private void assertTimeout(ReadingThreads.Work<String> work) {
        assertThatThrownBy(() -> threads.call(work))
                .isInstanceOfSatisfying(
                        StageException.class, e -> assertThat(e.error().code()).isEqualTo(ErrorCode.OCR_TIMEOUT));
    }

    /** What a caller gets that is interrupted while {@code work} runs. */
    private Throwable interruptedIn(ReadingThreads.Work<String> work) throws InterruptedException {
        CountDownLatch began = new CountDownLatch(1);
        AtomicReference<Throwable> ended = new AtomicReference<>();
        Thread caller = Thread.ofVirtual()
                .start(() -> ended.set(catchThrowable(() -> threads.call(stop -> {
                    began.countDown();
                    return work.run(stop);
                }))));
        began.await();
        caller.interrupt();
        caller.join();
        return ended.get();
    }

    private String hang(StopSignal stop) {
        time.pass(LIMIT.plus(GRACE));
        return deaf(stop);
    }

    /** As native code hangs: deaf to the stop signal and to interruption. */
    private String deaf(StopSignal stop) {
        while (true) {
            try {
                release.await();
                return "too late";
            } catch (InterruptedException e) {
                // deaf
            }
        }
    }
}
