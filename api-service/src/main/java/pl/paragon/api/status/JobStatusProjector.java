package pl.paragon.api.status;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import pl.paragon.runtime.publish.EventPublisher;

/** Runs the {@link Projection} on a thread of its own for as long as the gateway runs, and starts it anew whatever breaks it. */
@ApplicationScoped
class JobStatusProjector {

    private static final Logger LOG = Logger.getLogger(JobStatusProjector.class);
    private static final Duration SHUTDOWN = Duration.ofSeconds(10);

    private final Map<String, Object> kafka;
    private final FactStore store;
    private final FactReader reader;
    private final StatusConfig config;
    private final Clock clock;
    private final MeterRegistry meters;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("job-status-projector").unstarted(this::run);
    private volatile Consumer<String, byte[]> consumer;
    private volatile Projection projection;

    JobStatusProjector(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            FactStore store,
            EventPublisher publisher,
            StatusConfig config,
            Clock clock,
            MeterRegistry meters) {
        this.kafka = kafka;
        this.store = store;
        this.reader = new FactReader(publisher, meters);
        this.config = config;
        this.clock = clock;
        this.meters = meters;
    }

    /** Whether the projector has its place in its consumer group: until then nobody can tell an unknown job from one that is not projected yet. */
    boolean joined() {
        Projection current = projection;
        return current != null && current.joined();
    }

    /** Whether a job that the store does not know is surely unknown. */
    boolean covers(FactStore.Progress progress) {
        Projection current = projection;
        return current != null && current.covers(progress);
    }

    void start(@Observes StartupEvent startup) {
        Gauge.builder("paragon.projection.joined", () -> joined() ? 1 : 0)
                .description("Whether the status projector has its place in its consumer group")
                .register(meters);
        thread.start();
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        stopping.countDown();
        Consumer<String, byte[]> current = consumer;
        if (current != null) {
            current.wakeup();
        }
        thread.join(SHUTDOWN);
    }

    private boolean stopped() {
        return stopping.getCount() == 0;
    }

    private void run() {
        while (!stopped()) {
            try (Consumer<String, byte[]> fresh = new KafkaConsumer<>(properties());
                    KafkaClientMetrics metrics = new KafkaClientMetrics(fresh)) {
                metrics.bindTo(meters);
                consumer = fresh;
                project(fresh);
            } catch (WakeupException e) {
                LOG.debug("The status projector was told to stop");
            } catch (RuntimeException e) {
                LOG.error("The status projector broke down and starts anew", e);
                pause();
            } finally {
                projection = null;
            }
        }
    }

    private void project(Consumer<String, byte[]> from) {
        Projection running = new Projection(from, store, reader, config, clock);
        projection = running;
        while (!stopped()) {
            running.step();
        }
    }

    private void pause() {
        try {
            stopping.await(config.retryDelay().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, "api-status-projector");
        properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        // Positions are the store's business; where it has none, or one that the broker deleted, from the beginning.
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, config.batch());
        // A gateway that was killed gives its partitions up after the shortest time that brokers allow by default.
        properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
        properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
        // Topics that are made after the gateway started are found within seconds, not after five minutes.
        properties.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000);
        // A broker that is away is waited for by the projection's own loop, not inside a call.
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
        properties.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        return properties;
    }
}
