package pl.paragon.worker.crew;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When a worker counts as dead must fit the time after which the broker hands its records on. */
class CrewProducerTest {

    private final CrewProducer producer = new CrewProducer(15_000);

    private record Times(Duration heartbeat, Duration silence) implements CrewConfig {}

    @Test
    void shouldAcceptASilenceAsLongAsTheSessionTimeout() {
        assertThat(crew(Duration.ofSeconds(2), Duration.ofSeconds(15))).isNotNull();
    }

    @Test
    void shouldRefuseASilenceShorterThanTheSessionTimeout() {
        assertThatThrownBy(() -> crew(Duration.ofSeconds(2), Duration.ofSeconds(14)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("paragon.crew.silence is PT14S")
                .hasMessageContaining("PT15S (mp.messaging.connector.smallrye-kafka.session.timeout.ms)");
    }

    @Test
    void shouldRefuseASilenceThatAFewLateHeartbeatsFill() {
        assertThatThrownBy(() -> crew(Duration.ofSeconds(4), Duration.ofSeconds(15)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a heartbeat every PT4S (paragon.crew.heartbeat)");
    }

    private Crew crew(Duration heartbeat, Duration silence) {
        return producer.crew(new Times(heartbeat, silence), Clock.systemUTC());
    }
}
