package pl.paragon.api.projection;

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
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import pl.paragon.api.board.Completeness;
import pl.paragon.api.board.FactStore;
import pl.paragon.api.board.StatusConfig;
import pl.paragon.runtime.publish.EventPublisher;

/** Runs the {@link Projection} on its own thread for as long as the gateway runs, and restarts it if it fails. */
@ApplicationScoped
class JobStatusProjector implements Completeness {

    private static final Logger LOG = Logger.getLogger(JobStatusProjector.class);
    private static final Duration SHUTDOWN = Duration.ofSeconds(10);

    private final Map<String, Object> kafka;
    private final FactStore store;
    private final FactReader reader;
    private final StatusConfig config;
    private final Clock clock;
    private final MeterRegistry meters;
    private final PublishedSubmissions submissions;
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
        this.submissions = new PublishedSubmissions(new SubmissionEnds(kafka), config.timeout(), clock);
    }

    /** Whether the projector has joined its consumer group; until then nobody can tell what is not projected yet. */
    boolean joined() {
        Projection current = projection;
        return current != null && current.joined();
    }

    @Override
    public boolean isComplete(Supplier<FactStore.Coverage> coverage) {
        Projection current = projection;
        return current != null && submissions.areReached(coverage, current::covers);
    }

    void start(@Observes StartupEvent startup) {
        Gauge.builder("paragon.projection.joined", () -> joined() ? 1 : 0)
                .description("Whether the status projector has joined its consumer group")
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
        submissions.close();
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
                LOG.debug("The status projector is stopping");
            } catch (RuntimeException e) {
                LOG.error("The status projector failed and is restarted", e);
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
        // The store has the positions. If it has none, or one that the broker has deleted, start from the beginning.
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, config.batch());
        // The shortest that brokers allow by default: the partitions of a gateway that was killed move on soon.
        properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
        properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
        // Topics created after the gateway started are found within seconds, not after five minutes.
        properties.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000);
        // The projection's own loop waits for a broker that is unavailable, not a call into the client.
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
        properties.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        return properties;
    }
}
