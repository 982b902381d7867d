package pl.paragon.persistence.accepted;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import pl.paragon.persistence.database.Transactions;
import pl.paragon.runtime.fold.Fold;
import pl.paragon.runtime.fold.FoldThread;
import pl.paragon.worker.stage.StageException;

/** Runs the {@link AcceptedJobsFold}, whose positions are in the database, for as long as the worker runs. */
@ApplicationScoped
class AcceptedJobsProjector {

    private static final Logger LOG = Logger.getLogger(AcceptedJobsProjector.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Map<String, Object> kafka;
    private final Transactions transactions;
    private final AcceptedJobs register;
    private final Clock clock;
    private FoldThread thread;

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
        thread = FoldThread.start(
                "accepted-jobs-projector", PAUSE, () -> new KafkaConsumer<>(properties()), this::waitingFold);
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        thread.close();
    }

    /** Waits for what is down with the consumer that it has: another one would not help. */
    private Fold waitingFold(Consumer<String, byte[]> consumer) {
        BrokerTopicIds topics = new BrokerTopicIds(kafka);
        AcceptedJobsFold fold = new AcceptedJobsFold(consumer, topics, transactions, register, clock);
        return new Fold() {
            private boolean waiting; // says so once

            @Override
            public Duration step() {
                try {
                    fold.step();
                    waiting = false;
                    return Duration.ZERO;
                } catch (WakeupException e) {
                    throw e;
                } catch (StageException | KafkaException e) {
                    LOG.logf(
                            waiting ? Logger.Level.DEBUG : Logger.Level.WARN,
                            "The register of accepted jobs waits: %s (%s)",
                            e.getMessage(),
                            e.getCause());
                    waiting = true;
                    return PAUSE;
                }
            }

            @Override
            public void close() {
                topics.close();
            }
        };
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = FoldThread.properties(kafka, "accepted-jobs");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 200);
        // Nobody waits for a line of the register: what comes within this time is one request and one transaction.
        properties.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 65_536);
        properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
        return properties;
    }
}
