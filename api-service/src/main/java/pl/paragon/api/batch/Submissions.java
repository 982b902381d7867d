package pl.paragon.api.batch;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import pl.paragon.api.batch.ReceivedBatch.Received;
import pl.paragon.api.batch.ReceivedBatch.Refused;
import pl.paragon.api.batch.ReceivedBatch.Stored;
import pl.paragon.api.board.JobBoard;
import pl.paragon.api.intake.FileReceiver;
import pl.paragon.api.intake.Refusal;
import pl.paragon.api.lane.Lanes;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.BatchId;
import pl.paragon.contracts.job.BatchPlace;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Lane;
import pl.paragon.runtime.files.ReceiptFileStore;
import pl.paragon.runtime.publish.BrokerUnavailableException;
import pl.paragon.runtime.publish.EventPublisher;
import pl.paragon.runtime.trace.JobSpan;

/** Submits the stored files of a batch, one by one, each as a job of its own. */
@ApplicationScoped
class Submissions {

    private static final Logger LOG = Logger.getLogger(Submissions.class);
    private static final Refusal WITHOUT_BROKER = new Refusal.Unavailable(Refusal.Dependency.BROKER);

    private final ReceiptFileStore store;
    private final JobBoard board;
    private final Lanes lanes;
    private final EventPublisher publisher;

    Submissions(ReceiptFileStore store, JobBoard board, Lanes lanes, EventPublisher publisher) {
        this.store = store;
        this.board = board;
        this.lanes = lanes;
        this.publisher = publisher;
    }

    /**
     * The broker may become unavailable in the middle. Then the rest is refused, and its files are deleted.
     *
     * @param whole stands for the batch
     */
    Batch submit(BatchId id, Submission whole, ReceivedBatch received) {
        List<Batch.Entry> entries = new ArrayList<>();
        boolean brokerIsAway = false;
        for (Received file : received.files()) {
            if (file instanceof Stored stored) {
                JobId job = id.jobAt(stored.position());
                brokerIsAway = brokerIsAway || !publish(job, submission(id, whole, received, stored));
                if (brokerIsAway) {
                    clear(job);
                    entries.add(new Batch.Refused(stored.filename(), WITHOUT_BROKER));
                    continue;
                }
            }
            entries.add(entry(id, file));
        }
        return new Batch(id, whole.submitter(), whole.submittedAt(), entries);
    }

    /** What {@link #submit} answers if the broker takes everything. */
    Batch batch(BatchId id, Submission whole, ReceivedBatch received) {
        return new Batch(
                id,
                whole.submitter(),
                whole.submittedAt(),
                received.files().stream().map(file -> entry(id, file)).toList());
    }

    private static Batch.Entry entry(BatchId id, Received file) {
        return switch (file) {
            case Stored(var position, var filename, var stored) ->
                new Batch.Accepted(filename, id.jobAt(position), stored.size());
            case Refused(var filename, var refusal) -> new Batch.Refused(filename, refusal);
        };
    }

    private static Submission submission(BatchId id, Submission whole, ReceivedBatch received, Stored file) {
        FileReference stored = file.file();
        return new Submission(
                file.filename(),
                new FileReference(
                        id.jobAt(file.position()) + "/" + FileReceiver.STORED_AS,
                        stored.mediaType(),
                        stored.size(),
                        stored.sha256()),
                whole.userId(),
                whole.submitter(),
                whole.submittedAt(),
                Lane.BULK,
                whole.webhookUrl(),
                new BatchPlace(id, file.position(), received.files().size()));
    }

    private boolean publish(JobId job, Submission submission) {
        try (JobSpan span = JobSpan.ofRequest("upload", job)) {
            return publishTraced(job, submission);
        }
    }

    private boolean publishTraced(JobId job, Submission submission) {
        lanes.batched(job, submission);
        board.submitted(job, submission);
        try {
            publisher.publish(new ReceiptSubmitted(job, submission.submittedAt(), submission));
            return true;
        } catch (BrokerUnavailableException e) {
            LOG.warnf("Job %s of a batch is not accepted, because the broker is unavailable: %s", job, e.getMessage());
            board.withdrawn(job);
            return false;
        }
    }

    private void clear(JobId job) {
        lanes.over(job);
        try {
            store.delete(job);
        } catch (IOException e) {
            LOG.warnf("The file of the refused upload %s stays for a day: %s", job, e);
        }
    }
}
