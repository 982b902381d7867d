package pl.paragon.persistence.accepted;

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
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import pl.paragon.persistence.database.Transactions;
import pl.paragon.worker.stage.StageException;

/**
 * Runs the {@link AcceptedJobsFold} on its own thread for as long as the worker runs. It is not a channel, because its
 * positions belong in the database: a channel's are in the broker, and would be those of another database after a
 * backup was restored.
 */
@ApplicationScoped
class AcceptedJobsProjector {

    private static final Logger LOG = Logger.getLogger(AcceptedJobsProjector.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration SHUTDOWN = Duration.ofSeconds(10);

    private final Map<String, Object> kafka;
    private final Transactions transactions;
    private final AcceptedJobs register;
    private final Clock clock;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("accepted-jobs-projector").unstarted(this::run);
    private volatile Consumer<String, byte[]> consumer;

    AcceptedJobsProjector(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Transactions transactions,
            AcceptedJobs register,
            Clock clock) {
        this.kafka = kafka;
        this.transactions = transactions;
        this.register = register;
        this.clock = clock;
    }

    void start(@Observes StartupEvent startup) {
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
            try (Consumer<String, byte[]> fresh = new KafkaConsumer<>(properties())) {
                consumer = fresh;
                fold(new AcceptedJobsFold(fresh, transactions, register, clock));
            } catch (WakeupException e) {
                LOG.debug("The projector of accepted jobs is stopping");
            } catch (RuntimeException e) {
                LOG.error("The projector of accepted jobs failed and is restarted", e);
                pause();
            }
        }
    }

    private void fold(AcceptedJobsFold fold) {
        boolean waiting = false; // says so once
        while (!stopped()) {
            try {
                fold.step();
                waiting = false;
            } catch (WakeupException e) {
                throw e;
            } catch (StageException | KafkaException e) {
                LOG.logf(
                        waiting ? Logger.Level.DEBUG : Logger.Level.WARN,
                        "The register of accepted jobs waits: %s (%s)",
                        e.getMessage(),
                        e.getCause());
                waiting = true;
                pause();
            }
        }
    }

    private void pause() {
        try {
            stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, "accepted-jobs");
        properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        // The database has the positions. If the broker has deleted one, it goes on with what is left.
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 200);
        // Topics created after the worker started are found within seconds, not after five minutes.
        properties.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000);
        // A broker that is away is waited for here, not in a call into the client.
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
        properties.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        return properties;
    }
}
