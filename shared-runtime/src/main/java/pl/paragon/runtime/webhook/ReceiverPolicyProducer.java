package pl.paragon.runtime.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the policy. */
@ApplicationScoped
class ReceiverPolicyProducer {

    @Produces
    @Singleton
    ReceiverPolicy policy(ReceiverConfig config) {
        return ReceiverPolicy.of(config);
    }
}
