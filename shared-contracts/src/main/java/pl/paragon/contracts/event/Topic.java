package pl.paragon.contracts.event;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import pl.paragon.contracts.job.Lane;

/**
 * Every topic: one kind of fact each. What queues behind long work has a topic for each {@link Lane}. Topics are data:
 * they are created from this enum, and tests hold the compose file, the Kubernetes manifests and each service's
 * channels against it. Names have hyphens only, as dots and underscores collide in the broker's metrics.
 */
public enum Topic {
    RECEIPT_SUBMITTED("receipt-submitted", ReceiptSubmitted.class, 12, Duration.ofDays(7), true),
    RECEIPT_SUBMITTED_BULK(Lane.BULK, "receipt-submitted-bulk", ReceiptSubmitted.class, 12, Duration.ofDays(7), true),
    RECEIPT_TEXT_RECOGNIZED("receipt-text-recognized", ReceiptTextRecognized.class, 12, Duration.ofDays(7), true),
    RECEIPT_TEXT_RECOGNIZED_BULK(
            Lane.BULK, "receipt-text-recognized-bulk", ReceiptTextRecognized.class, 12, Duration.ofDays(7), true),
    RECEIPT_ANALYZED("receipt-analyzed", ReceiptAnalyzed.class, 12, Duration.ofDays(7), true),
    STEP_STARTED("step-started", StepStarted.class, 6, Duration.ofDays(7), true),
    RETRY_SCHEDULED("retry-scheduled", RetryScheduled.class, 6, Duration.ofDays(7), true),
    STAGE_FAILED("stage-failed", StageFailed.class, 6, Duration.ofDays(7), true),
    CANCEL_REQUESTED("cancel-requested", CancelRequested.class, 1, Duration.ofDays(7), true),
    JOB_ENDED("job-ended", JobEnded.class, 6, Duration.ofDays(7), true),
    /** Kept longer than the facts about the same jobs, also where a quiet broker deletes those late. */
    JOB_DELETED("job-deleted", JobDeleted.class, 6, Duration.ofDays(30), true),
    WORKER_HEARTBEAT("worker-heartbeat", WorkerHeartbeat.class, 1, Duration.ofMinutes(10), false),
    /** Every process reads it whole when it starts; kept for longer than any pause lasts. */
    STAGE_PAUSED("stage-paused", StagePaused.class, 1, Duration.ofDays(30), false);

    private static final Map<String, Topic> BY_ID =
            Arrays.stream(values()).collect(Collectors.toMap(Topic::id, Function.identity()));

    private final Lane lane;
    private final String id;
    private final Class<? extends Event> type;
    private final int partitions;
    private final Duration retention;
    private final boolean deadLettered;

    Topic(String id, Class<? extends Event> type, int partitions, Duration retention, boolean deadLettered) {
        this(Lane.INTERACTIVE, id, type, partitions, retention, deadLettered);
    }

    Topic(Lane lane, String id, Class<? extends Event> type, int partitions, Duration retention, boolean deadLettered) {
        this.lane = lane;
        this.id = id;
        this.type = type;
        this.partitions = partitions;
        this.retention = retention;
        this.deadLettered = deadLettered;
    }

    /** The topic's name in the broker. */
    public String id() {
        return id;
    }

    /** The one kind of fact that it holds. */
    public Class<? extends Event> type() {
        return type;
    }

    /** How many partitions it is created with: of {@link #isWork() work}, the most workers that can share it. */
    public int partitions() {
        return partitions;
    }

    /** Whether the workers of a stage take their work from it: the more partitions, the more of them can. */
    public boolean isWork() {
        return StageInput.class.isAssignableFrom(type);
    }

    /** How long records are kept, and so how far back the projection can be rebuilt. */
    public Duration retention() {
        return retention;
    }

    /** Whether records that cannot be decoded are kept in a dead letter topic. */
    public boolean deadLettered() {
        return deadLettered;
    }

    /** The name of the dead letter topic, one partition, the same retention. */
    public String deadLetterId() {
        return id + "-dead-letter";
    }

    /** The topic of this name. */
    public static Topic named(String id) {
        Topic topic = BY_ID.get(id);
        if (topic == null) {
            throw new IllegalArgumentException("no topic is called " + id);
        }
        return topic;
    }

    /** The topics that hold facts about jobs. */
    public static Set<Topic> ofJobs() {
        return Arrays.stream(values())
                .filter(topic -> JobEvent.class.isAssignableFrom(topic.type))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Topic.class)));
    }

    /** The topics that hold facts of this kind: one, or one for each lane. */
    public static List<Topic> holding(Class<? extends Event> type) {
        return Arrays.stream(values()).filter(topic -> topic.type == type).toList();
    }

    /** The topic that this fact is published to: that of its job's lane if its kind has lanes. */
    public static Topic of(Event event) {
        List<Topic> topics = holding(event.getClass());
        if (topics.isEmpty()) {
            throw new IllegalStateException("no topic for " + event.getClass());
        }
        Lane lane = event instanceof StageInput input ? input.submission().lane() : Lane.INTERACTIVE;
        return topics.stream().filter(topic -> topic.lane == lane).findFirst().orElseGet(topics::getFirst);
    }
}
