package pl.paragon.worker.crew;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the crew as this process knows it, with a new incarnation. */
@ApplicationScoped
class CrewProducer {

    @Produces
    @Singleton
    Crew crew(CrewConfig config, Clock clock) {
        return new Crew(Incarnation.random(), config.silence(), clock);
    }
}
