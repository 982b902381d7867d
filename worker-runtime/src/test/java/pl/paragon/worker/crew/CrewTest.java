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
    void shouldNotCallAWorkerDeadThatLeavesAndStillFinishesItsJobs() {
        // when
        CrewFixture.hears(crew, other, LEAVING, 1);

        // then
        assertThat(crew.of(other)).isEqualTo(Life.ALIVE);
    }

    @Test
    void shouldCallAWorkerDeadAsSoonAsItHasBeenSilentForTooLong() {
        // given
        CrewFixture.listensFor(crew, clock::advance, SILENCE);
        CrewFixture.hears(crew, other, WORKING);

        // when
        CrewFixture.listensFor(crew, clock::advance, Duration.ofSeconds(14));
        clock.advance(Duration.ofSeconds(1));

        // then
        assertThat(crew.of(other)).isEqualTo(Life.DEAD);
    }

    @Test
    void shouldNotTakeOthersHeartbeatsForItsOwn() {
        // given: a third worker is heard at a steady pace, but this one's own heartbeats do not arrive
        Incarnation third = Incarnation.random();

        // when
        for (int i = 0; i < 20; i++) {
            CrewFixture.hears(crew, third, WORKING);
            clock.advance(Duration.ofSeconds(2));
        }

        // then
        assertThat(crew.of(other)).isEqualTo(Life.UNKNOWN);
    }

    @Test
    void shouldNotCallAWorkerDeadThatWasHeardShortlyBeforeTheBrokerWentAway() {
        // given: the last heartbeats that arrive are the other's and, a second later, this one's own
        CrewFixture.listensFor(crew, clock::advance, SILENCE);
        CrewFixture.hears(crew, other, WORKING);
        clock.advance(Duration.ofSeconds(1));
        CrewFixture.hears(crew, crew.self(), WORKING);

        // when
        clock.advance(SILENCE.minusMillis(500));

        // then
        assertThat(crew.of(other)).isEqualTo(Life.UNKNOWN);
    }

    @Test
    void shouldRememberAWorkerWhileOthersAreHeard() {
        // given
        CrewFixture.listensFor(crew, clock::advance, SILENCE);
        CrewFixture.hears(crew, other, WORKING);

        // when
        CrewFixture.listensFor(crew, clock::advance, Duration.ofSeconds(4));

        // then
        assertThat(crew.of(other)).isEqualTo(Life.ALIVE);
    }

    @Test
    void shouldForgetInTheEndWorkersThatAreGoneSoThatRestartsDoNotFillTheMemory() {
        // given
        for (int i = 0; i < 1000; i++) {
            CrewFixture.hears(crew, Incarnation.random(), LEAVING);
        }

        // when
        clock.advance(Duration.ofHours(1));
        CrewFixture.hears(crew, crew.self(), WORKING);

        // then
        assertThat(crew.remembered()).isOne();
    }

    @Test
    void shouldCallItselfAlive() {
        assertThat(crew.of(crew.self())).isEqualTo(Life.ALIVE);
    }
}
