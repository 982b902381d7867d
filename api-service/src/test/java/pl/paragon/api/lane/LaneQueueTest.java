package pl.paragon.api.lane;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LaneQueueTest {

    private final LaneQueue queue = new LaneQueue();

    @Test
    void shouldCountThoseAheadLessThoseThatLeft() {
        // given
        queue.join();
        queue.join();
        long third = queue.join();

        // when
        queue.leave();

        // then
        assertThat(queue.before(third)).isEqualTo(1);
        assertThat(queue.length()).isEqualTo(2);
    }

    @Test
    void shouldHaveNobodyAheadOfWhomEverybodyOvertook() {
        // given
        long first = queue.join();
        queue.join();

        // when
        queue.leave();

        // then
        assertThat(queue.before(first)).isZero();
    }
}
