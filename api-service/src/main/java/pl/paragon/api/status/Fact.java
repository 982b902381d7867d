package pl.paragon.api.status;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import pl.paragon.contracts.error.JobError;
import pl.paragon.contracts.event.CancelRequested;
import pl.paragon.contracts.event.JobDeleted;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.event.JobEvent;
import pl.paragon.contracts.event.ReceiptAnalyzed;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.ReceiptTextRecognized;
import pl.paragon.contracts.event.RetryScheduled;
import pl.paragon.contracts.event.StageFailed;
import pl.paragon.contracts.event.StepStarted;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.Stage;
import pl.paragon.contracts.job.Step;

/** What the gateway keeps of an event: a status is made of facts. Results are in the file store. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "fact")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Fact.Submitted.class, name = "submitted"),
    @JsonSubTypes.Type(value = Fact.StepBegan.class, name = "step"),
    @JsonSubTypes.Type(value = Fact.RetryPlanned.class, name = "retry"),
    @JsonSubTypes.Type(value = Fact.ResultReady.class, name = "result"),
    @JsonSubTypes.Type(value = Fact.CancelAsked.class, name = "cancel"),
    @JsonSubTypes.Type(value = Fact.Ended.class, name = "ended"),
    @JsonSubTypes.Type(value = Fact.Deleted.class, name = "deleted")
})
public sealed interface Fact {

    /**
     * Identifies the fact within its job: two with the same name are one fact, delivered twice, and the first counts.
     */
    String name();

    /** When it happened, UTC. */
    Instant at();

    /**
     * What a status shows of a {@link Submission}.
     *
     * @param filename for display
     * @param mediaType of the uploaded file
     * @param size of the uploaded file, in bytes
     * @param userId whose receipt it is, as the client says, or {@code null}
     * @param submitter the identity that owns the job
     */
    record Submitted(String filename, String mediaType, long size, String userId, String submitter, Instant at)
            implements Fact {
        @Override
        public String name() {
            return "submitted";
        }

        public static Submitted of(Submission submission) {
            return new Submitted(
                    submission.filename(),
                    submission.file().mediaType(),
                    submission.file().size(),
                    submission.userId(),
                    submission.submitter(),
                    shown(submission.submittedAt()));
        }
    }

    /** A fact about how far its job has come. */
    sealed interface Milestone extends Fact {
        Position position();
    }

    record StepBegan(Step step, int attempt, Instant at) implements Milestone {
        @Override
        public Position position() {
            return Position.of(step, attempt);
        }

        @Override
        public String name() {
            return "step:" + step.stage().id() + ":" + attempt + ":" + step.name();
        }
    }

    /** @param attempt the one that failed */
    record RetryPlanned(Stage stage, int attempt, int maxAttempts, Instant retryAt, JobError error, Instant at)
            implements Milestone {
        @Override
        public Position position() {
            return Position.ofFailedAttempt(stage, attempt);
        }

        @Override
        public String name() {
            return "retry:" + stage.id() + ":" + attempt;
        }
    }

    /** The claim check of the job's {@link pl.paragon.contracts.receipt.AnalyzedReceipt}, and when its work began. */
    record ResultReady(String key, long size, String sha256, Instant workStartedAt, Instant at) implements Fact {

        /** The media type of every document that a stage makes. */
        private static final String JSON = "application/json";

        @Override
        public String name() {
            return "result";
        }

        public FileReference analysis() {
            return new FileReference(key, JSON, size, sha256);
        }

        private static ResultReady of(ReceiptAnalyzed event) {
            FileReference analysis = event.analysis();
            return new ResultReady(
                    analysis.key(),
                    analysis.size(),
                    analysis.sha256(),
                    shown(event.workStartedAt()),
                    shown(event.occurredAt()));
        }
    }

    record CancelAsked(Instant at) implements Fact {
        @Override
        public String name() {
            return "cancel";
        }
    }

    record Ended(JobEnded.Outcome outcome, Instant at) implements Fact {
        @Override
        public String name() {
            return "ended";
        }
    }

    /** The job was deleted on request: whatever else is known of it, or comes back, is not shown. */
    record Deleted(Instant at) implements Fact {
        @Override
        public String name() {
            return "deleted";
        }
    }

    /** The fact in an event; empty if no status shows it. */
    public static Optional<Fact> of(JobEvent event) {
        return switch (event) {
            case ReceiptSubmitted e -> Optional.of(Submitted.of(e.submission()));
            case StepStarted e -> Optional.of(new StepBegan(e.step(), e.attempt(), shown(e.occurredAt())));
            case RetryScheduled e ->
                Optional.of(new RetryPlanned(
                        e.stage(), e.attempt(), e.maxAttempts(), e.retryAt(), e.error(), shown(e.occurredAt())));
            case ReceiptAnalyzed e -> Optional.of(ResultReady.of(e));
            case CancelRequested e -> Optional.of(new CancelAsked(shown(e.occurredAt())));
            case JobEnded e -> Optional.of(new Ended(e.outcome(), shown(e.occurredAt())));
            case JobDeleted e -> Optional.of(new Deleted(shown(e.occurredAt())));
            case ReceiptTextRecognized e -> Optional.empty();
            case StageFailed e -> Optional.empty(); // the arbiter's decision follows
        };
    }

    /**
     * The facts worth keeping. Once a job has ended, those about its progress or a cancel request are dropped, even if
     * they arrive later, since most jobs in the store are finished. The fold is the same with and without them. Of a
     * deleted job nothing is kept but that it was deleted.
     */
    static Collection<Fact> lasting(Collection<Fact> facts) {
        Optional<Deleted> deleted = JobStatus.first(facts, Deleted.class);
        if (deleted.isPresent()) {
            return List.of(deleted.get());
        }
        return JobStatus.fold(facts).ended()
                ? facts.stream().filter(Fact::lasts).toList()
                : facts;
    }

    /** Whether the status of a finished job needs it. */
    private static boolean lasts(Fact fact) {
        return switch (fact) {
            case Submitted submitted -> true;
            case ResultReady result -> true;
            case Ended ended -> true;
            case Deleted deleted -> true;
            case StepBegan step -> false;
            case RetryPlanned retry -> false;
            case CancelAsked cancel -> false;
        };
    }

    /** To the millisecond, as clients see it. */
    private static Instant shown(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }
}
