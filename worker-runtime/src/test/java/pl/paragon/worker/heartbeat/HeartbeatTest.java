package pl.paragon.worker.heartbeat;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import pl.paragon.worker.crew.Crew;
import pl.paragon.worker.crew.Incarnation;

class HeartbeatTest {

    @Test
    void shouldSurviveWhateverGoesWrongSinceAnExceptionWouldEndTheSchedule() {
        // given: runners that cannot be asked
        Clock clock = Clock.systemUTC();
        Crew crew = new Crew(Incarnation.random(), Duration.ofSeconds(15), clock);
        Heartbeat heartbeat = new Heartbeat(crew, null, null, null, null, clock);

        // then
        assertThatCode(heartbeat::beat).doesNotThrowAnyException();
    }
}
