package pl.paragon.persistence.replay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;
import pl.paragon.persistence.database.Transactions;
import pl.paragon.runtime.files.ReceiptFileStore;
import pl.paragon.runtime.publish.EventPublisher;

/**
 * Submits a failed job once more, as a new job. The new job's id is decided first, in a transaction; what follows (a
 * copy of the upload, the submission) may be repeated, so a request after one that broke off finishes it.
 */
final class ReplayJob {

    private static final String UPLOAD = "upload";

    private final Transactions transactions;
    private final FailedJobs jobs;
    private final ReceiptFileStore files;
    private final EventPublisher publisher;
    private final Clock clock;

    ReplayJob(
            Transactions transactions, FailedJobs jobs, ReceiptFileStore files, EventPublisher publisher, Clock clock) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.files = files;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** What became of a request to replay a job. */
    sealed interface Replay {

        /** @param before whether an earlier request had done it */
        record Replayed(JobId as, boolean before) implements Replay {}

        /** Its upload is not kept any more, or is damaged. */
        record Gone() implements Replay {}

        /** There is no such job, or it did not fail, or it was deleted on request. */
        record Unknown() implements Replay {}
    }

    /** What is left to do. */
    private sealed interface Plan {
        record Answer(Replay replay) implements Plan {}

        record Submit(Submission submission, JobId as, Instant at) implements Plan {}
    }

    /**
     * @throws IOException if the file store is unavailable
     * @throws pl.paragon.worker.stage.StageException as with {@link Transactions#inOne}
     * @throws pl.paragon.runtime.publish.BrokerUnavailableException if the broker does not confirm it
     */
    Replay replay(JobId job) throws IOException {
        return switch (transactions.inOne(() -> plan(job))) {
            case Plan.Answer(var replay) -> replay;
            case Plan.Submit(var submission, var as, var at) -> submit(job, submission, as, at);
        };
    }

    private Plan plan(JobId job) {
        Optional<FailedJobs.Candidate> found = jobs.lock(job);
        if (found.isEmpty()) {
            return new Plan.Answer(new Replay.Unknown());
        }
        Optional<FailedJobs.Begun> begun = found.get().begun();
        if (begun.isPresent() && begun.get().accepted()) {
            return new Plan.Answer(new Replay.Replayed(begun.get().as(), true));
        }
        if (found.get().submission().isEmpty()) {
            return new Plan.Answer(new Replay.Gone());
        }
        Submission submission = found.get().submission().get();
        return begun.map(earlier -> new Plan.Submit(submission, earlier.as(), earlier.at()))
                .orElseGet(() -> begin(job, submission));
    }

    private Plan.Submit begin(JobId job, Submission submission) {
        Plan.Submit plan =
                new Plan.Submit(submission, JobId.random(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        jobs.begin(job, plan.as(), plan.at());
        return plan;
    }

    private Replay submit(JobId job, Submission submission, JobId as, Instant at) throws IOException {
        FileReference original = submission.file();
        FileReference copy;
        try (InputStream content = files.open(original)) {
            copy = files.put(as, UPLOAD, original.mediaType(), content);
        } catch (NoSuchFileException e) {
            return gone(job);
        }
        if (!copy.sha256().equals(original.sha256())) {
            files.delete(as);
            return gone(job);
        }
        publisher.publish(new ReceiptSubmitted(
                as, at, new Submission(submission.filename(), copy, submission.userId(), submission.submitter(), at)));
        return new Replay.Replayed(as, false);
    }

    private Replay gone(JobId job) {
        return transactions.inOne(() -> {
            jobs.withdraw(job);
            return new Replay.Gone();
        });
    }
}
