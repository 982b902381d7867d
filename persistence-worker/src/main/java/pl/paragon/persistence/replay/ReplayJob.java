package pl.paragon.persistence.replay;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Lane;
import pl.paragon.contracts.job.Stage;
import pl.paragon.persistence.database.Transactions;
import pl.paragon.runtime.files.DamagedFileException;
import pl.paragon.runtime.files.Documents;
import pl.paragon.runtime.files.ReceiptFileStore;
import pl.paragon.runtime.publish.EventPublisher;

/**
 * Submits a failed job once more, as a new job. The new job's id is decided first, in a transaction; what follows (a
 * copy of the upload, the submission) may be repeated, so a request after one that broke off finishes it.
 *
 * <p>A replay begins with the first stage. A retry gets copies of what the stages before the failed one have made, too:
 * a stage that finds its document in the store does not make it again, so the work begins where it failed.
 */
@ApplicationScoped
public class ReplayJob {

    private static final String JSON = "application/json";

    private static final Logger LOG = Logger.getLogger(ReplayJob.class);

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
    public sealed interface Replay {

        /**
         * @param submitted the new job
         * @param before whether an earlier request had done it
         */
        record Replayed(ReceiptSubmitted submitted, boolean before) implements Replay {}

        /** Its upload is not kept any more, or is damaged. */
        record Gone() implements Replay {}

        /** There is no such job, or it did not fail, or it was deleted on request. */
        record Unknown() implements Replay {}
    }

    /** What is left to do. */
    private sealed interface Plan {
        record Answer(Replay replay) implements Plan {}

        /** @param made the names of the documents that the new job gets with the upload */
        record Submit(Submission submission, JobId as, Instant at, List<String> made) implements Plan {}
    }

    /**
     * @throws IOException if the file store is unavailable
     * @throws pl.paragon.worker.stage.StageException as with {@link Transactions#inOne}
     * @throws pl.paragon.runtime.publish.BrokerUnavailableException if the broker does not confirm it
     */
    Replay replay(JobId job) throws IOException {
        return carryOut(job, transactions.inOne(() -> plan(job, jobs.lock(job), false)), Lane.INTERACTIVE);
    }

    /**
     * The same for its owner, from the stage that failed as far as what the stages before it made is still stored.
     *
     * @param lane that the new job goes down
     * @throws IOException as for {@link #replay}
     */
    public Replay retry(JobId job, String submitter, Lane lane) throws IOException {
        return carryOut(
                job,
                transactions.inOne(() -> plan(job, jobs.lock(job).filter(failed -> isOf(submitter, failed)), true)),
                lane);
    }

    private static boolean isOf(String submitter, FailedJobs.Candidate failed) {
        return failed.submission()
                .map(Submission::submitter)
                .filter(submitter::equals)
                .isPresent();
    }

    private Replay carryOut(JobId job, Plan plan, Lane lane) throws IOException {
        return switch (plan) {
            case Plan.Answer(var replay) -> replay;
            case Plan.Submit submit -> submit(job, submit, lane);
        };
    }

    private Plan plan(JobId job, Optional<FailedJobs.Candidate> found, boolean fromFailedStage) {
        if (found.isEmpty()) {
            return new Plan.Answer(new Replay.Unknown());
        }
        if (found.get().submission().isEmpty()) {
            return new Plan.Answer(new Replay.Gone());
        }
        Submission submission = found.get().submission().get();
        List<String> made = fromFailedStage ? madeBefore(found.get().stage()) : List.of();
        Optional<FailedJobs.Begun> begun = found.get().begun();
        if (begun.isEmpty()) {
            return begin(job, submission, made);
        }
        FailedJobs.Begun earlier = begun.get();
        return earlier.accepted()
                ? new Plan.Answer(new Replay.Replayed(resubmitted(submission, earlier), true))
                : new Plan.Submit(submission, earlier.as(), earlier.at(), made);
    }

    /** What the stages before this one store, by the names that they give it. */
    private static List<String> madeBefore(Stage stage) {
        return switch (stage) {
            case OCR -> List.of();
            case ANALYSIS -> List.of("text.json");
            case PERSISTENCE -> List.of("text.json", "analysis.json");
        };
    }

    private Plan.Submit begin(JobId job, Submission submission, List<String> made) {
        Plan.Submit plan =
                new Plan.Submit(submission, JobId.random(), clock.instant().truncatedTo(ChronoUnit.MICROS), made);
        jobs.begin(job, plan.as(), plan.at());
        return plan;
    }

    private static ReceiptSubmitted resubmitted(Submission submission, FailedJobs.Begun earlier) {
        FileReference file = submission.file();
        FileReference copy = new FileReference(
                earlier.as() + "/" + ReceiptFileStore.UPLOAD, file.mediaType(), file.size(), file.sha256());
        return submitted(submission, copy, earlier.as(), earlier.at(), Lane.INTERACTIVE);
    }

    private static ReceiptSubmitted submitted(
            Submission submission, FileReference copy, JobId as, Instant at, Lane lane) {
        Submission again = new Submission(
                submission.filename(),
                copy,
                submission.userId(),
                submission.submitter(),
                at,
                lane,
                submission.webhookUrl());
        return new ReceiptSubmitted(as, at, again);
    }

    private Replay submit(JobId job, Plan.Submit plan, Lane lane) throws IOException {
        JobId as = plan.as();
        FileReference original = plan.submission().file();
        FileReference copy;
        try (InputStream content = files.open(original)) {
            copy = files.put(as, ReceiptFileStore.UPLOAD, original.mediaType(), content);
        } catch (NoSuchFileException e) {
            return gone(job);
        }
        if (!copy.sha256().equals(original.sha256())) {
            files.delete(as);
            return gone(job);
        }
        for (String document : plan.made()) {
            copy(job, document, as);
        }
        ReceiptSubmitted submitted = submitted(plan.submission(), copy, as, plan.at(), lane);
        publisher.publish(submitted);
        return new Replay.Replayed(submitted, false);
    }

    /** What is not stored any more, or is not what was stored, is made again. */
    private void copy(JobId job, String document, JobId as) throws IOException {
        Optional<FileReference> made = files.find(job, document, JSON);
        if (made.isEmpty()) {
            return;
        }
        try {
            byte[] content = new Documents(files).content(made.get());
            files.putIfAbsent(as, document, JSON, new ByteArrayInputStream(content));
        } catch (NoSuchFileException | DamagedFileException e) {
            LOG.warnf("%s of job %s is made again: %s", document, job, e.getMessage());
        }
    }

    private Replay gone(JobId job) {
        return transactions.inOne(() -> {
            jobs.withdraw(job);
            return new Replay.Gone();
        });
    }
}
