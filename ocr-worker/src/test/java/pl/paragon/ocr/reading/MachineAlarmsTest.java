package pl.paragon.ocr.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class MachineAlarmsTest {

    @Test
    void shouldRingWhatWasNotCancelledWhenItsTimeHasCome() throws Exception {
        try (MachineAlarms alarms = new MachineAlarms()) {
            // given: the one thread is held up until both others are set, so that neither can ring before
            CompletableFuture<Void> bothAreSet = new CompletableFuture<>();
            CountDownLatch rang = new CountDownLatch(1);
            AtomicBoolean cancelledRang = new AtomicBoolean();
            alarms.after(Duration.ZERO, bothAreSet::join);
            Alarms.Alarm cancelled = alarms.after(Duration.ofMillis(1), () -> cancelledRang.set(true));
            alarms.after(Duration.ofMillis(2), rang::countDown);

            // when
            cancelled.cancel();
            bothAreSet.complete(null);

            // then
            rang.await();
            assertThat(cancelledRang).isFalse();
        }
    }
}
