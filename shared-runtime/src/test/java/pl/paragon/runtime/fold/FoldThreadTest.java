package pl.paragon.runtime.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FoldThreadTest {

    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final List<MockConsumer<String, byte[]>> made = new CopyOnWriteArrayList<>();
    private final Supplier<Consumer<String, byte[]>> consumers = () -> {
        made.add(new MockConsumer<>("earliest"));
        return made.getLast();
    };

    @Test
    void shouldStepUntilItIsClosedAndCloseWhatItUsed() throws Exception {
        // given
        CountDownLatch steps = new CountDownLatch(3);
        CountDownLatch closed = new CountDownLatch(1);
        var thread = FoldThread.start("test", AN_HOUR, consumers, consumer -> new Fold() {
            @Override
            public Duration step() {
                steps.countDown();
                return Duration.ZERO;
            }

            @Override
            public void close() {
                closed.countDown();
            }
        });

        // when
        steps.await();
        thread.close();

        // then
        assertThat(closed.getCount()).isZero();
        assertThat(made).singleElement().satisfies(consumer -> assertThat(consumer.closed())
                .isTrue());
    }

    @Test
    void shouldReplaceAConsumerThatFailed() throws Exception {
        // given
        CountDownLatch second = new CountDownLatch(2);

        // when
        var thread = FoldThread.start("test", Duration.ofMillis(1), consumers, consumer -> () -> {
            second.countDown();
            if (second.getCount() > 0) {
                throw new IllegalStateException("a failure of this test");
            }
            return AN_HOUR;
        });
        second.await();
        thread.close();

        // then
        assertThat(made).hasSize(2).allSatisfy(consumer -> assertThat(consumer.closed())
                .isTrue());
    }

    @Test
    void shouldEndAPauseWhenItIsClosed() throws Exception {
        // given
        CountDownLatch begun = new CountDownLatch(1);
        var thread = FoldThread.start("test", AN_HOUR, consumers, consumer -> () -> {
            begun.countDown();
            return AN_HOUR;
        });
        begun.await();

        // when
        thread.close();

        // then
        assertThat(made).singleElement().satisfies(consumer -> assertThat(consumer.closed())
                .isTrue());
    }
}
