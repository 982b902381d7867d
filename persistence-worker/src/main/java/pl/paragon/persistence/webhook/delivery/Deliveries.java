package pl.paragon.persistence.webhook.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.webhook.AttemptRecord;

/** The deliveries in the database. Every method needs a transaction. */
interface Deliveries {

    /**
     * Makes the deliveries about jobs that ended: one for each webhook of the job's submitter that was there by then
     * and wants to be told, unless it was made before. Jobs whose submitter or end is not known yet are noted.
     */
    void make(Collection<JobId> ended, Instant at);

    /**
     * Makes the deliveries about jobs that were noted, if they are known by now.
     *
     * @param since those that were noted before are forgotten
     */
    void makeNoted(Instant at, Instant since, int atMost);

    /**
     * Takes deliveries that are due, as long as nobody else has them, and counts an attempt of each.
     *
     * @param until when they are due again unless it is settled what became of them
     * @param perWebhook the most that all workers together have in hand for one webhook, give or take those of two that
     *     look at the same time
     */
    List<DueDelivery> take(Instant now, Instant until, int atMost, int perWebhook);

    /** What becomes of a delivery after an attempt. */
    sealed interface Settlement {

        record Delivered() implements Settlement {}

        record Again(Instant at) implements Settlement {}

        record GivenUp() implements Settlement {}

        /** Given up, with everything else that is pending to the same webhook, which gets nothing from now on. */
        record Disabled() implements Settlement {}
    }

    /**
     * Notes an attempt and what follows from it. A delivery that another worker has taken meanwhile is left to that
     * one, unless it was delivered; one that was deleted stays so.
     */
    void settle(UUID delivery, AttemptRecord attempt, Settlement settlement);

    /** Deletes deliveries that ended before, and uploads' webhooks that had none since. @return how many deliveries */
    int prune(Instant endedBefore, int atMost);
}
