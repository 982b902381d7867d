package pl.paragon.worker.crew;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the crew as this process knows it, with a new incarnation. Refuses times that cannot tell who is dead. */
@ApplicationScoped
class CrewProducer {

    private static final String SESSION_TIMEOUT = "mp.messaging.connector.smallrye-kafka.session.timeout.ms";

    /** A worker that does not hear itself for half the silence calls nobody dead, and one heartbeat may be late. */
    private static final int HEARTBEATS = 4;

    private final Duration sessionTimeout;

    CrewProducer(@ConfigProperty(name = SESSION_TIMEOUT) long sessionTimeoutMillis) {
        this.sessionTimeout = Duration.ofMillis(sessionTimeoutMillis);
    }

    @Produces
    @Singleton
    Crew crew(CrewConfig config, Clock clock) {
        if (config.silence().compareTo(sessionTimeout) < 0) {
            throw new IllegalStateException(
                    "paragon.crew.silence is %s, but Kafka gives a silent worker %s (%s): make it at least as long, or the jobs of living workers count as crashed"
                            .formatted(config.silence(), sessionTimeout, SESSION_TIMEOUT));
        }
        if (config.heartbeat().multipliedBy(HEARTBEATS).compareTo(config.silence()) > 0) {
            throw new IllegalStateException(
                    "paragon.crew.silence is %s, too short for a heartbeat every %s (paragon.crew.heartbeat): it must span at least %d of them, since one may be late"
                            .formatted(config.silence(), config.heartbeat(), HEARTBEATS));
        }
        return new Crew(Incarnation.random(), config.silence(), clock);
    }
}
