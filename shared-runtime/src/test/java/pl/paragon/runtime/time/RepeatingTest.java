package pl.paragon.runtime.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RepeatingTest {

    private static final long LONGEST_SECONDS = 60;

    @Test
    void shouldRunAgainAfterAFailure() throws InterruptedException {
        CountDownLatch runs = new CountDownLatch(3);

        try (Repeating repeating = Repeating.start("failing", Duration.ofMillis(1), () -> {
            runs.countDown();
            throw new IllegalStateException("a defect");
        })) {
            assertThat(runs.await(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void shouldInterruptARunInProgressWhenItIsClosed() throws InterruptedException {
        // given
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Repeating repeating = Repeating.start("blocked", Duration.ofMillis(1), () -> {
            running.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        });
        assertThat(running.await(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();

        // when
        repeating.close();

        // then
        assertThat(interrupted.await(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
    }
}
