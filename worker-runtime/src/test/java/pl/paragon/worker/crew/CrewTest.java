package pl.paragon.worker.crew;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.paragon.contracts.event.WorkerHeartbeat.Condition.LEAVING;
import static pl.paragon.contracts.event.WorkerHeartbeat.Condition.WORKING;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import pl.paragon.worker.clock.SetClock;

class CrewTest {

    private static final Duration SILENCE = Duration.ofSeconds(15);

    private final SetClock clock = new SetClock(Instant.parse("2026-03-02T10:15:30Z"));
    private final Incarnation other = Incarnation.random();
    private final Crew crew = new Crew(Incarnation.random(), SILENCE, clock);

    @Test
    void shouldCallAWorkerAliveThatWasHeardALittleAgo() {
        // given
        CrewFixture.hears(crew, other, WORKING);

        // when
        clock.advance(SILENCE.minusMillis(1));

        // then
        assertThat(crew.of(other)).isEqualTo(Life.ALIVE);
    }

    @Test
    void shouldCallAWorkerDeadThatFellSilentWhileOthersAreHeard() {
        // given
        CrewFixture.hears(crew, other, WORKING);

        // when
        CrewFixture.listensFor(crew, clock::advance, SILENCE.plusSeconds(2));

        // then
        assertThat(crew.of(other)).isEqualTo(Life.DEAD);
    }

    @Test
    void shouldCallAWorkerDeadThatWasNeverHeardOnlyAfterListeningForLongEnough() {
        // given: this worker has just been started, by the crash of that one perhaps
        CrewFixture.listensFor(crew, clock::advance, Duration.ofSeconds(4));

        // when, then
        assertThat(crew.of(other)).isEqualTo(Life.UNKNOWN);
        CrewFixture.listensFor(crew, clock::advance, SILENCE);
        assertThat(crew.of(other)).isEqualTo(Life.DEAD);
    }

    @Test
    void shouldCallNobodyDeadWhileItHearsNobodyAtAll() {
        // given: a broker that is away
        CrewFixture.listensFor(crew, clock::advance, SILENCE);
        CrewFixture.hears(crew, other, WORKING);

        // when
        clock.advance(Duration.ofMinutes(5));

        // then
        assertThat(crew.of(other)).isEqualTo(Life.UNKNOWN);
    }

    @Test
    void shouldListenAnewAfterTheBrokerCameBack() {
        // given
        CrewFixture.listensFor(crew, clock::advance, SILENCE);
        clock.advance(Duration.ofMinutes(5));

        // when: it is back, and this worker is heard before the others are
        CrewFixture.listensFor(crew, clock::advance, Duration.ofSeconds(2));

        // then
        assertThat(crew.of(other)).isEqualTo(Life.UNKNOWN);
    }

    @Test
    void shouldCallAWorkerDeadAtOnceThatSaidThatItLeaves() {
        // when
        CrewFixture.hears(crew, other, LEAVING);

        // then
        assertThat(crew.of(other)).isEqualTo(Life.DEAD);
    }

    @Test
    void shouldCallItselfAlive() {
        assertThat(crew.of(crew.self())).isEqualTo(Life.ALIVE);
    }
}
