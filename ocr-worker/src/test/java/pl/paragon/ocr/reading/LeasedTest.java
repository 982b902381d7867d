package pl.paragon.ocr.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LeasedTest {

    private final AtomicInteger freed = new AtomicInteger();
    private final Leased<String> leased = new Leased<>("native memory", resource -> freed.incrementAndGet());

    @Test
    void shouldFreeAtOnceWhatNobodyUses() throws Exception {
        // given
        leased.take().close();

        // when
        leased.close();
        leased.close();

        // then
        assertThat(freed).hasValue(1);
    }

    @Test
    void shouldFreeOnlyWhenTheLastThreadInsideHasReturned() throws Exception {
        // given two threads inside native code
        NativeCall first = new NativeCall();
        NativeCall second = new NativeCall();

        // when
        leased.close();

        // then
        assertThat(freed).hasValue(0);
        first.end();
        assertThat(freed).hasValue(0);
        second.end();
        assertThat(freed).hasValue(1);
    }

    @Test
    void shouldRefuseWhoComesAfterTheClose() throws Exception {
        // given
        NativeCall inside = new NativeCall();
        leased.close();

        // when / then
        assertThatThrownBy(leased::take).isInstanceOf(ReadingStoppedException.class);
        inside.end();
        assertThat(freed).hasValue(1);
    }

    @Test
    void shouldCountALeaseOnce() throws Exception {
        // given
        NativeCall inside = new NativeCall();
        Leased<String>.Lease mine = leased.take();
        leased.close();

        // when
        mine.close();
        mine.close();

        // then
        assertThat(freed).hasValue(0);
        inside.end();
        assertThat(freed).hasValue(1);
    }

    /** A thread inside native code, held there until the test lets it return. */
    private final class NativeCall {

        private final CountDownLatch inside = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);
        private final Thread thread = Thread.ofPlatform().unstarted(this::use);

        NativeCall() throws InterruptedException {
            thread.start();
            inside.await();
        }

        private void use() {
            try (var lease = leased.take()) {
                assertThat(lease.get()).isEqualTo("native memory");
                inside.countDown();
                released.await();
            } catch (ReadingStoppedException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        void end() throws InterruptedException {
            released.countDown();
            thread.join();
        }
    }
}
