package pl.paragon.persistence.arbiter;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import pl.paragon.persistence.database.Transactions;

/** Makes the one arbiter of the process. */
@ApplicationScoped
class ArbiterProducer {

    @Produces
    @Singleton
    Arbiter arbiter(Transactions transactions, OutcomeStore outcomes, Clock clock, MeterRegistry meters) {
        return new Arbiter(transactions, outcomes, clock, meters);
    }
}
