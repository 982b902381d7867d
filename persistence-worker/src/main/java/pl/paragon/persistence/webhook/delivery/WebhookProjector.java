package pl.paragon.persistence.webhook.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import pl.paragon.persistence.database.Transactions;
import pl.paragon.persistence.webhook.WebhookConfig;
import pl.paragon.persistence.webhook.send.VertxCourier;
import pl.paragon.runtime.fold.FoldThread;
import pl.paragon.runtime.time.Repeating;
import pl.paragon.runtime.webhook.ReceiverPolicy;

/** Runs the {@link JobEndsFold} and the {@link Deliverer} for as long as the worker runs. */
@ApplicationScoped
class WebhookProjector {

    /** Of no work: how late a webhook is told delays no job. */
    private static final String GROUP = "webhooks";

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Map<String, Object> kafka;
    private final Transactions transactions;
    private final Deliveries deliveries;
    private final WebhookConfig config;
    private final Clock clock;
    private final Deliverer deliverer;
    private FoldThread fold;
    private Repeating delivering;

    WebhookProjector(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Transactions transactions,
            Deliveries deliveries,
            ReceiverPolicy receivers,
            Vertx vertx,
            WebhookConfig config,
            Clock clock,
            MeterRegistry meters) {
        this.kafka = kafka;
        this.transactions = transactions;
        this.deliveries = deliveries;
        this.config = config;
        this.clock = clock;
        this.deliverer = new Deliverer(
                transactions,
                deliveries,
                receivers,
                new VertxCourier(vertx, config.atATime(), config.connectTimeout(), config.timeout(), clock),
                config,
                new RetrySchedule(config.firstPause(), config.longestPause(), config.giveUpAfter(), new SecureRandom()),
                clock,
                meters);
    }

    void start(@Observes StartupEvent startup) {
        fold = FoldThread.start(
                "webhook-projector",
                PAUSE,
                () -> new KafkaConsumer<>(properties()),
                consumer -> new JobEndsFold(consumer, transactions, deliveries, clock));
        delivering = Repeating.start("webhooks", config.poll(), deliverer::run);
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        fold.close();
        delivering.close();
        deliverer.close();
    }

    @Scheduled(identity = "webhook-deliveries", every = "1h", delayed = "1m")
    void prune() {
        deliverer.prune();
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = FoldThread.properties(kafka, GROUP);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 200);
        // What ends within this time is one request, one transaction and one commit; a delivery takes longer.
        properties.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 65_536);
        properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
        return properties;
    }
}
