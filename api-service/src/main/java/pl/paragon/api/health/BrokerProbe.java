package pl.paragon.api.health;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import pl.paragon.runtime.time.Repeating;

/** Checks at a steady pace whether the broker answers, so that no request has to wait for it. */
@ApplicationScoped
class BrokerProbe {

    /** What is known of the broker. */
    sealed interface Broker {
        record Reachable() implements Broker {}

        record Unreachable(String why) implements Broker {}
    }

    private final Map<String, Object> kafka;
    private final HealthConfig config;
    private Repeating probing;
    private Admin admin;
    private volatile Broker broker = new Broker.Unreachable("The broker has not been checked yet");

    BrokerProbe(@Identifier("default-kafka-broker") Map<String, Object> kafka, HealthConfig config) {
        this.kafka = kafka;
        this.config = config;
    }

    Broker broker() {
        return broker;
    }

    void start(@Observes StartupEvent startup) {
        probing = Repeating.start("broker-probe", config.brokerProbeEvery(), this::probe);
    }

    void stop(@Observes ShutdownEvent shutdown) {
        probing.close();
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }

    private void probe() {
        try {
            if (admin == null) {
                admin = Admin.create(properties());
            }
            admin.describeCluster().nodes().get(config.brokerTimeout().toMillis(), TimeUnit.MILLISECONDS);
            broker = new Broker.Reachable();
        } catch (ExecutionException e) {
            broker = new Broker.Unreachable(String.valueOf(e.getCause().getMessage()));
        } catch (TimeoutException e) {
            broker = new Broker.Unreachable("No answer within " + config.brokerTimeout());
        } catch (KafkaException e) {
            broker = new Broker.Unreachable(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, Object> properties() {
        int timeout = (int) config.brokerTimeout().toMillis();
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, timeout);
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeout);
        // A broker that comes back is found at the next probe, not after a back-off that grew meanwhile.
        properties.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, timeout);
        return properties;
    }
}
