package pl.paragon.api.lane;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import pl.paragon.contracts.event.Event;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;

/** Tells the {@link Lanes} what other gateways accepted and what has ended. */
@ApplicationScoped
class LaneProjector {

    private static final Logger LOG = Logger.getLogger(LaneProjector.class);

    private final Lanes lanes;

    LaneProjector(Lanes lanes) {
        this.lanes = lanes;
    }

    @Incoming("jobs-under-way")
    void fold(ConsumerRecord<String, byte[]> record) {
        Topic topic = Topic.named(record.topic());
        try {
            Event event = Json.readEvent(topic, topic.type(), record.value());
            if (event instanceof ReceiptSubmitted submitted) {
                lanes.accepted(submitted.jobId(), submitted.submission());
            } else if (event instanceof JobEnded ended) {
                lanes.over(ended.jobId());
            }
        } catch (UndecodableException e) {
            // Whoever works on it dead-letters it.
            LOG.debugf("A record of %s cannot be decoded: %s", record.topic(), e.getMessage());
        }
    }
}
