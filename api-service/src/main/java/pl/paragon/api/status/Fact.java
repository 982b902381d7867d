package pl.paragon.api.status;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Optional;
import pl.paragon.contracts.error.JobError;
import pl.paragon.contracts.event.CancelRequested;
import pl.paragon.contracts.event.Event;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.event.ReceiptAnalyzed;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.ReceiptTextRecognized;
import pl.paragon.contracts.event.RetryScheduled;
import pl.paragon.contracts.event.StageFailed;
import pl.paragon.contracts.event.StepStarted;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.event.WorkerHeartbeat;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.Stage;
import pl.paragon.contracts.job.Step;

/** What the gateway remembers of an event: what a job's status is made of. Results are in the file store. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "fact")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Fact.Submitted.class, name = "submitted"),
    @JsonSubTypes.Type(value = Fact.StepBegan.class, name = "step"),
    @JsonSubTypes.Type(value = Fact.RetryPlanned.class, name = "retry"),
    @JsonSubTypes.Type(value = Fact.ResultReady.class, name = "result"),
    @JsonSubTypes.Type(value = Fact.CancelAsked.class, name = "cancel"),
    @JsonSubTypes.Type(value = Fact.Ended.class, name = "ended")
})
public sealed interface Fact {

    /** Which fact of its job this is: two facts with the same name are one fact told twice, and the first counts. */
    String name();

    /** When it happened, UTC. */
    Instant at();

    record Submitted(Submission submission) implements Fact {
        @Override
        public String name() {
            return "submitted";
        }

        @Override
        public Instant at() {
            return submission.submittedAt();
        }
    }

    /** A fact that tells how far its job has come. */
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

    /** @param analysis the claim check of the job's {@link pl.paragon.contracts.receipt.AnalyzedReceipt} */
    record ResultReady(FileReference analysis, Instant workStartedAt, Instant at) implements Fact {
        @Override
        public String name() {
            return "result";
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

    /** The fact in an event; empty if a status shows nothing of it. */
    public static Optional<Fact> of(Event event) {
        return switch (event) {
            case ReceiptSubmitted e -> Optional.of(new Submitted(e.submission()));
            case StepStarted e -> Optional.of(new StepBegan(e.step(), e.attempt(), e.occurredAt()));
            case RetryScheduled e ->
                Optional.of(new RetryPlanned(
                        e.stage(), e.attempt(), e.maxAttempts(), e.retryAt(), e.error(), e.occurredAt()));
            case ReceiptAnalyzed e -> Optional.of(new ResultReady(e.analysis(), e.workStartedAt(), e.occurredAt()));
            case CancelRequested e -> Optional.of(new CancelAsked(e.occurredAt()));
            case JobEnded e -> Optional.of(new Ended(e.outcome(), e.occurredAt()));
            case ReceiptTextRecognized e -> Optional.empty();
            case StageFailed e -> Optional.empty(); // what counts is the arbiter's word, which follows
            case WorkerHeartbeat e -> Optional.empty();
        };
    }
}
