package pl.paragon.runtime.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the process's clock. */
@ApplicationScoped
class ClockProducer {

    @Produces
    @Singleton
    static Clock clock() {
        return Clock.systemUTC();
    }
}
