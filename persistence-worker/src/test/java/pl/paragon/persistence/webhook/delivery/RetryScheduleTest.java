package pl.paragon.persistence.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");

    /** In the middle: neither longer nor shorter. */
    private static final RandomGenerator MIDDLE = new RandomGenerator() {
        @Override
        public long nextLong() {
            return 0;
        }

        @Override
        public double nextDouble() {
            return 0.5;
        }
    };

    @Test
    void shouldTryWithLongerAndLongerPausesForADay() {
        assertThat(pauses(schedule(MIDDLE)))
                .containsExactly(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(45),
                        Duration.ofSeconds(135),
                        Duration.ofSeconds(405),
                        Duration.ofSeconds(1215),
                        Duration.ofSeconds(3645),
                        Duration.ofSeconds(10935),
                        Duration.ofHours(6),
                        Duration.ofHours(6),
                        Duration.ofHours(6));
    }

    @Test
    void shouldScatterThePausesByAFifth() {
        // given
        RetrySchedule schedule = schedule(new Random(7));

        // when
        List<Duration> first = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            first.add(Duration.between(
                    NOON, schedule.next(1, NOON, NOON, Optional.empty()).orElseThrow()));
        }

        // then
        assertThat(first).allMatch(pause -> pause.toMillis() >= 4000 && pause.toMillis() <= 6000);
        assertThat(first).anyMatch(pause -> pause.toMillis() < 4200).anyMatch(pause -> pause.toMillis() > 5800);
    }

    @Test
    void shouldNotComeBackBeforeTheReceiverWantsItTo() {
        RetrySchedule schedule = schedule(MIDDLE);

        assertThat(schedule.next(1, NOON, NOON, Optional.of(Duration.ofHours(2))))
                .contains(NOON.plus(Duration.ofHours(2)));
        assertThat(schedule.next(1, NOON, NOON, Optional.of(Duration.ofSeconds(1))))
                .as("never sooner than by itself")
                .contains(NOON.plusSeconds(5));
        assertThat(schedule.next(1, NOON, NOON, Optional.of(Duration.ofDays(2))))
                .isEmpty();
    }

    @Test
    void shouldGiveUpAfterADay() {
        RetrySchedule schedule = schedule(MIDDLE);

        assertThat(schedule.next(1, NOON, NOON.plus(Duration.ofHours(24)).minusSeconds(5), Optional.empty()))
                .contains(NOON.plus(Duration.ofHours(24)));
        assertThat(schedule.next(1, NOON, NOON.plus(Duration.ofHours(24)), Optional.empty()))
                .isEmpty();
        assertThat(schedule.next(Integer.MAX_VALUE, NOON, NOON, Optional.empty()))
                .contains(NOON.plus(Duration.ofHours(6)));
    }

    private static List<Duration> pauses(RetrySchedule schedule) {
        List<Duration> pauses = new ArrayList<>();
        Instant now = NOON;
        Optional<Instant> next = schedule.next(1, NOON, now, Optional.empty());
        while (next.isPresent()) {
            pauses.add(Duration.between(now, next.get()));
            now = next.get();
            next = schedule.next(pauses.size() + 1, NOON, now, Optional.empty());
        }
        return pauses;
    }

    private static RetrySchedule schedule(RandomGenerator random) {
        return new RetrySchedule(Duration.ofSeconds(5), Duration.ofHours(6), Duration.ofHours(24), random);
    }
}
