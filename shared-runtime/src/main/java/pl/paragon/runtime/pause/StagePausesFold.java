package pl.paragon.runtime.pause;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import pl.paragon.contracts.event.StagePaused;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.job.Stage;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;
import pl.paragon.runtime.fold.Fold;

/** Reads the topic from its beginning; {@link StagePauses} hears nothing before its end is reached. */
final class StagePausesFold implements Fold {

    private static final Logger LOG = Logger.getLogger(StagePausesFold.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final TopicPartition PARTITION = new TopicPartition(Topic.STAGE_PAUSED.id(), 0);

    private final Consumer<String, byte[]> consumer;
    private final StagePauses pauses;
    private final Map<Stage, StagePaused> latest = new EnumMap<>(Stage.class);
    private final long end;

    StagePausesFold(Consumer<String, byte[]> consumer, StagePauses pauses) {
        this.consumer = consumer;
        this.pauses = pauses;
        consumer.assign(List.of(PARTITION));
        consumer.seekToBeginning(List.of(PARTITION));
        this.end = consumer.endOffsets(List.of(PARTITION)).get(PARTITION);
    }

    @Override
    public Duration step() {
        consumer.poll(POLL).records(PARTITION).forEach(this::fold);
        if (consumer.position(PARTITION) >= end) {
            pauses.become(latest);
        }
        return Duration.ZERO;
    }

    private void fold(ConsumerRecord<String, byte[]> record) {
        try {
            StagePaused pause = Json.readEvent(Topic.STAGE_PAUSED, StagePaused.class, record.value());
            latest.put(pause.stage(), pause);
        } catch (UndecodableException e) {
            LOG.warnf("A pause at offset %d cannot be decoded: %s", (Object) record.offset(), e.getMessage());
        }
    }
}
