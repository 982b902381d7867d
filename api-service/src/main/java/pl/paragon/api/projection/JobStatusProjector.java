package pl.paragon.api.projection;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import pl.paragon.api.board.Completeness;
import pl.paragon.api.board.FactStore;
import pl.paragon.api.board.StatusConfig;
import pl.paragon.api.feed.JobFeed;
import pl.paragon.runtime.fold.Fold;
import pl.paragon.runtime.fold.FoldThread;
import pl.paragon.runtime.metrics.Metric;
import pl.paragon.runtime.publish.EventPublisher;

/** Runs the {@link Projection} for as long as the gateway runs. */
@ApplicationScoped
class JobStatusProjector implements Completeness {

    private final Map<String, Object> kafka;
    private final FactStore store;
    private final FactReader reader;
    private final StatusConfig config;
    private final Clock clock;
    private final MeterRegistry meters;
    private final PublishedSubmissions submissions;
    private volatile Projection projection;
    private FoldThread thread;

    JobStatusProjector(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            FactStore store,
            JobFeed feed,
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
        this.submissions = new PublishedSubmissions(new SubmissionEnds(kafka), feed, config.timeout(), clock);
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
        Metric.PROJECTION_JOINED.gauge(meters, () -> joined() ? 1 : 0);
        thread = FoldThread.start(
                "job-status-projector", config.retryDelay(), () -> new KafkaConsumer<>(properties()), this::fold);
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        thread.close();
        submissions.close();
    }

    private Fold fold(Consumer<String, byte[]> consumer) {
        KafkaClientMetrics metrics = new KafkaClientMetrics(consumer);
        metrics.bindTo(meters);
        Projection running = new Projection(consumer, store, reader, config, clock);
        projection = running;
        return new Fold() {
            @Override
            public Duration step() {
                return running.step();
            }

            @Override
            public void close() {
                projection = null;
                metrics.close();
            }
        };
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = FoldThread.properties(kafka, "api-status-projector");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, config.batch());
        // The shortest that brokers allow by default: the partitions of a gateway that was killed move on soon.
        properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
        // Whoever joins waits for the others to hear of it, with a heartbeat: a new gateway is not ready before.
        properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 500);
        return properties;
    }
}
