package pl.paragon.worker.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.job.JobId;

class CancellationsTest {

    private final JobId job = JobId.random();
    private final Cancellations cancellations = new Cancellations();
    private final AtomicInteger told = new AtomicInteger();

    @Test
    void shouldRunWhatWaitsForACancel() {
        // given
        cancellations.onCancel(job, told::incrementAndGet);

        // when
        cancellations.cancel(JobId.random());
        assertThat(told).hasValue(0);
        cancellations.cancel(job);

        // then
        assertThat(told).hasValue(1);
    }

    @Test
    void shouldRunAtOnceWhatComesAfterTheCancel() {
        // given
        cancellations.cancel(job);

        // when
        cancellations.onCancel(job, told::incrementAndGet);

        // then
        assertThat(told).hasValue(1);
    }

    @Test
    void shouldNotRunWhatWaitsNoLonger() {
        // given
        cancellations.onCancel(job, told::incrementAndGet).close();

        // when
        cancellations.cancel(job);

        // then
        assertThat(told).hasValue(0);
    }

    @Test
    void shouldForgetTheOldestOfAHundredThousandSoThatCancelsDoNotFillTheMemory() {
        // given
        cancellations.cancel(job);

        // when
        for (int i = 0; i < 100_000; i++) {
            cancellations.cancel(JobId.random());
        }

        // then
        assertThat(cancellations.isCancelled(job)).isFalse();
    }
}
