package pl.paragon.persistence.webhook.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;
import pl.paragon.persistence.database.Transactions;
import pl.paragon.runtime.fold.Fold;
import pl.paragon.worker.stage.StageException;

/**
 * Makes the deliveries about each job that ended. The broker has the positions, and they move on after the deliveries
 * are in the database: a record that comes again makes nothing new.
 */
public final class JobEndsFold implements Fold {

    private static final Logger LOG = Logger.getLogger(JobEndsFold.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Consumer<String, byte[]> consumer;
    private final Transactions transactions;
    private final Deliveries deliveries;
    private final Clock clock;
    private boolean waiting; // says so once

    JobEndsFold(Consumer<String, byte[]> consumer, Transactions transactions, Deliveries deliveries, Clock clock) {
        this.consumer = consumer;
        this.transactions = transactions;
        this.deliveries = deliveries;
        this.clock = clock;
        consumer.subscribe(List.of(Topic.JOB_ENDED.id()));
    }

    @Override
    public Duration step() {
        try {
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            if (!records.isEmpty()) {
                make(records);
            }
            waiting = false;
            return Duration.ZERO;
        } catch (WakeupException e) {
            throw e;
        } catch (KafkaException e) {
            wait(e);
            return PAUSE;
        }
    }

    private void make(ConsumerRecords<String, byte[]> records) {
        List<JobId> ended = new ArrayList<>();
        records.forEach(record -> decode(record, ended));
        try {
            transactions.inOne(() -> {
                deliveries.make(ended, clock.instant());
                return true;
            });
        } catch (StageException e) {
            // The next poll gives the same records.
            records.partitions()
                    .forEach(partition -> consumer.seek(
                            partition, records.records(partition).getFirst().offset()));
            throw new KafkaException("The database is away", e);
        }
        consumer.commitSync();
    }

    /** What cannot be decoded is dead-lettered by the gateway's projection. */
    private static void decode(ConsumerRecord<String, byte[]> record, List<JobId> to) {
        try {
            to.add(Json.readEvent(Topic.JOB_ENDED, JobEnded.class, record.value())
                    .jobId());
        } catch (UndecodableException e) {
            LOG.warnf("An end at %d@%d cannot be decoded: %s", record.partition(), record.offset(), e.getMessage());
        }
    }

    private void wait(KafkaException e) {
        LOG.logf(
                waiting ? Logger.Level.DEBUG : Logger.Level.WARN,
                "Webhooks are not told of jobs for now: %s (%s)",
                e.getMessage(),
                e.getCause());
        waiting = true;
    }
}
