package pl.paragon.worker.cancel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the cancellations as this process knows them. */
@ApplicationScoped
class CancellationsProducer {

    @Produces
    @Singleton
    static Cancellations cancellations() {
        return new Cancellations();
    }
}
