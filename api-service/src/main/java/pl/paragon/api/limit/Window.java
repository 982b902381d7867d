package pl.paragon.api.limit;

import java.time.Duration;
import pl.paragon.contracts.job.JobId;

/** The places that each user's jobs take, as long as the period has not moved on. */
interface Window {

    /** @param granted whether the job has, or would have, a place */
    record Answer(boolean granted, Quota quota) {

        /**
         * @param taken places before this job asked
         * @param takes whether it has taken one now
         * @param reset until one more place is free
         */
        static Answer of(Policy policy, int taken, boolean takes, Duration reset) {
            int remaining = Math.max(0, policy.jobs() - taken - (takes ? 1 : 0));
            return new Answer(taken < policy.jobs(), new Quota(policy, remaining, reset));
        }
    }

    /** Takes a place, if one is free. */
    Answer take(LimitedUser user, Policy policy, JobId job);

    /** Whether a place is free. */
    Answer look(LimitedUser user, Policy policy);

    /** The job's place is free again, as if it had never been taken. */
    void giveBack(LimitedUser user, JobId job);
}
