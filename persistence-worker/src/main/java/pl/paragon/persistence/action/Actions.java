package pl.paragon.persistence.action;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pl.paragon.contracts.action.ActionKind;
import pl.paragon.contracts.action.ActionRequest;
import pl.paragon.contracts.action.JobAction;
import pl.paragon.contracts.job.JobId;

/** The actions and their work lists. Every method needs a transaction. */
interface Actions {

    /** A job that is to be acted on. */
    record Item(UUID action, JobId job, ActionKind kind, String submitter) {}

    /** What came of it. @param reason {@code null} if it was done */
    record Result(Item item, JobAction.Reason reason) {}

    /**
     * Notes an action and lists the jobs that match.
     *
     * @param most jobs that an action may have
     * @return how many match; nothing is noted if these are more, or if there is an action of this id
     */
    int begin(ActionRequest request, Instant now, int most);

    Optional<JobAction> find(UUID id, String submitter);

    /** Takes up jobs that nobody is at, until a time. */
    List<Item> take(int most, Instant now, Instant until);

    void note(List<Result> results);

    /** Takes jobs up no longer: nothing was done to them. */
    void giveBack(List<Item> items);

    /** Whether a job has ended; empty if there is no such job of the submitter. */
    Optional<Boolean> hasEnded(JobId job, String submitter);

    /** Deletes actions that were asked for before a time. */
    void forget(Instant before);
}
