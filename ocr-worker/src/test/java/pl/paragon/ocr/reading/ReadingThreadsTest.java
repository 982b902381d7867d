package pl.paragon.ocr.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.runtime.stage.StageException;

class ReadingThreadsTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final CountDownLatch release = new CountDownLatch(1);
    private ReadingThreads threads;

    @AfterEach
    void letHungThreadsGo() {
        release.countDown();
        threads.close();
    }

    @Test
    void shouldRunWorkOnAPlatformThread() throws Exception {
        // given
        threads = new ReadingThreads(1, LONG, LONG, 1);

        // when
        boolean virtual = threads.call(stop -> Thread.currentThread().isVirtual());

        // then
        assertThat(virtual).isFalse();
    }

    @Test
    void shouldTellWorkToStopAtItsLimit() {
        // given
        threads = new ReadingThreads(1, SHORT, LONG, 1);

        // when / then
        assertThatThrownBy(() -> threads.call(stop -> {
                    while (true) {
                        stop.checkpoint();
                        Thread.onSpinWait();
                    }
                }))
                .isInstanceOfSatisfying(
                        StageException.class, e -> assertThat(e.error().code()).isEqualTo(ErrorCode.OCR_TIMEOUT));
        assertThat(threads.abandoned()).isZero();
    }

    @Test
    void shouldGiveUpWorkThatIgnoresEverythingAndGoOnWithOthers() throws Exception {
        // given
        threads = new ReadingThreads(1, SHORT, SHORT, 1);

        // when
        assertThatThrownBy(() -> threads.call(this::hang))
                .isInstanceOfSatisfying(
                        StageException.class, e -> assertThat(e.error().code()).isEqualTo(ErrorCode.OCR_TIMEOUT));

        // then
        assertThat(threads.abandoned()).isEqualTo(1);
        assertThat(threads.<String>call(stop -> "the next receipt")).isEqualTo("the next receipt");
    }

    @Test
    void shouldCallTheProcessOverrunOnlyWhenMoreHangThanItCanLiveWith() {
        // given
        threads = new ReadingThreads(2, SHORT, SHORT, 1);

        // when
        assertThatThrownBy(() -> threads.call(this::hang)).isInstanceOf(StageException.class);

        // then
        assertThat(threads.isOverrun()).isFalse();

        // when
        assertThatThrownBy(() -> threads.call(this::hang)).isInstanceOf(StageException.class);

        // then
        assertThat(threads.isOverrun()).isTrue();
    }

    @Test
    void shouldForgetAHungThreadThatComesBack() {
        // given
        threads = new ReadingThreads(1, SHORT, SHORT, 0);
        assertThatThrownBy(() -> threads.call(this::hang)).isInstanceOf(StageException.class);
        assertThat(threads.isOverrun()).isTrue();

        // when
        release.countDown();

        // then
        await().untilAsserted(() -> assertThat(threads.abandoned()).isZero());
        assertThat(threads.isOverrun()).isFalse();
        assertThat(threads.busy()).isZero();
    }

    @Test
    void shouldStopWorkWhenItsCallerIsInterrupted() throws Exception {
        // given
        threads = new ReadingThreads(1, LONG, LONG, 1);
        CountDownLatch began = new CountDownLatch(1);
        AtomicReference<Throwable> ended = new AtomicReference<>();
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                threads.call(stop -> {
                    began.countDown();
                    while (true) {
                        stop.checkpoint();
                        Thread.onSpinWait();
                    }
                });
            } catch (InterruptedException | RuntimeException e) {
                ended.set(e);
            }
        });
        began.await();

        // when
        caller.interrupt();
        caller.join();

        // then
        assertThat(ended.get()).isInstanceOf(InterruptedException.class);
        await().untilAsserted(() -> assertThat(threads.busy()).isZero());
    }

    @Test
    void shouldPassOnWhatTheWorkThrows() {
        // given
        threads = new ReadingThreads(1, LONG, LONG, 1);

        // when / then
        assertThatThrownBy(() -> threads.call(stop -> {
                    throw new StageException(ErrorCode.IMAGE_CORRUPT);
                }))
                .isInstanceOfSatisfying(
                        StageException.class, e -> assertThat(e.error().code()).isEqualTo(ErrorCode.IMAGE_CORRUPT));
        assertThat(threads.busy()).isZero();
    }

    /** As native code hangs: deaf to the stop signal and to interruption. */
    private String hang(StopSignal stop) {
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
