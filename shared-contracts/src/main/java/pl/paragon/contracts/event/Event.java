package pl.paragon.contracts.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/**
 * Something that happened, a fact in the past tense, published to Kafka. Its JSON form is guarded by golden files, its
 * size by a test: under 4 kB, whatever the receipt.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ReceiptSubmitted.class, name = "receipt-submitted"),
    @JsonSubTypes.Type(value = ReceiptTextRecognized.class, name = "receipt-text-recognized"),
    @JsonSubTypes.Type(value = ReceiptAnalyzed.class, name = "receipt-analyzed"),
    @JsonSubTypes.Type(value = StepStarted.class, name = "step-started"),
    @JsonSubTypes.Type(value = RetryScheduled.class, name = "retry-scheduled"),
    @JsonSubTypes.Type(value = StageFailed.class, name = "stage-failed"),
    @JsonSubTypes.Type(value = CancelRequested.class, name = "cancel-requested"),
    @JsonSubTypes.Type(value = JobEnded.class, name = "job-ended"),
    @JsonSubTypes.Type(value = JobDeleted.class, name = "job-deleted"),
    @JsonSubTypes.Type(value = WorkerHeartbeat.class, name = "worker-heartbeat"),
    @JsonSubTypes.Type(value = StagePaused.class, name = "stage-paused")
})
public sealed interface Event permits JobEvent, WorkerHeartbeat, StagePaused {

    /** When it happened, UTC. */
    Instant occurredAt();

    /** The record's key in Kafka. */
    @JsonIgnore
    String key();
}
