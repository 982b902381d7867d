package pl.paragon.persistence.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import pl.paragon.contracts.action.JobAction.Reason;
import pl.paragon.contracts.event.CancelRequested;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Lane;
import pl.paragon.persistence.database.Transactions;
import pl.paragon.persistence.deletion.DeleteJob;
import pl.paragon.persistence.replay.ReplayJob;
import pl.paragon.runtime.publish.EventPublisher;

/** What is done to one job of an action: the same as to a single one on request. Each may be done again. */
@ApplicationScoped
class JobActs {

    private final Transactions transactions;
    private final Actions actions;
    private final ReplayJob replays;
    private final DeleteJob deletions;
    private final EventPublisher publisher;
    private final Clock clock;

    JobActs(
            Transactions transactions,
            Actions actions,
            ReplayJob replays,
            DeleteJob deletions,
            EventPublisher publisher,
            Clock clock) {
        this.transactions = transactions;
        this.actions = actions;
        this.replays = replays;
        this.deletions = deletions;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * @return why nothing was done; {@code null} if it was
     * @throws IOException if the file store is unavailable
     * @throws pl.paragon.worker.stage.StageException if the database is unavailable
     * @throws pl.paragon.runtime.publish.BrokerUnavailableException if the broker does not confirm it
     */
    Reason act(Actions.Item item) throws IOException {
        return switch (item.kind()) {
            case RETRY -> retry(item);
            case CANCEL -> cancel(item);
            case DELETE -> delete(item);
        };
    }

    /** What is retried by the hundred holds up nobody's single upload. */
    private Reason retry(Actions.Item item) throws IOException {
        return switch (replays.retry(item.job(), item.submitter(), Lane.BULK)) {
            case ReplayJob.Replay.Replayed r -> null;
            case ReplayJob.Replay.Gone g -> Reason.FILE_GONE;
            case ReplayJob.Replay.Unknown u -> Reason.GONE;
        };
    }

    private Reason cancel(Actions.Item item) {
        JobId job = item.job();
        Optional<Boolean> ended = transactions.inOne(() -> actions.hasEnded(job, item.submitter()));
        if (ended.isEmpty()) {
            return Reason.GONE;
        }
        if (ended.get()) {
            return Reason.ENDED;
        }
        publisher.publish(new CancelRequested(job, clock.instant(), item.submitter()));
        return null;
    }

    private Reason delete(Actions.Item item) {
        return switch (deletions.delete(item.job(), item.submitter(), Optional.empty())) {
            case DeleteJob.Deletion.Deleted d -> null;
            case DeleteJob.Deletion.Running r -> Reason.RUNNING;
            case DeleteJob.Deletion.Outdated o -> Reason.GONE;
            case DeleteJob.Deletion.Unknown u -> Reason.GONE;
        };
    }
}
