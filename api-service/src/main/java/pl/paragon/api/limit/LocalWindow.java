package pl.paragon.api.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import pl.paragon.contracts.job.JobId;

/** The places that were taken through this gateway, in memory. */
final class LocalWindow implements Window {

    /** Beyond that many, whoever was seen longest ago is forgotten: at 10 jobs each, some 10 MB. */
    private static final int MOST_USERS = 10_000;

    private final Clock clock;

    /** The one seen longest ago first; of each, the oldest job first. */
    private final Map<String, Map<JobId, Instant>> users = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<JobId, Instant>> eldest) {
            return size() > MOST_USERS;
        }
    };

    LocalWindow(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Answer take(LimitedUser user, Policy policy, JobId job) {
        Map<JobId, Instant> jobs = within(user, policy);
        int taken = jobs.size();
        boolean takes = taken < policy.jobs();
        if (takes) {
            jobs.put(job, clock.instant());
        }
        return Answer.of(policy, taken, takes, reset(jobs, policy));
    }

    @Override
    public synchronized Answer look(LimitedUser user, Policy policy) {
        Map<JobId, Instant> jobs = within(user, policy);
        return Answer.of(policy, jobs.size(), false, reset(jobs, policy));
    }

    /** A job has got a place elsewhere. It is counted here too, so that an outage gives nobody a second limit. */
    synchronized void record(LimitedUser user, Policy policy, JobId job) {
        within(user, policy).put(job, clock.instant());
    }

    @Override
    public synchronized void giveBack(LimitedUser user, JobId job) {
        users.getOrDefault(user.id(), new LinkedHashMap<>()).remove(job);
    }

    private Map<JobId, Instant> within(LimitedUser user, Policy policy) {
        Map<JobId, Instant> jobs = users.computeIfAbsent(user.id(), id -> new LinkedHashMap<>());
        Instant begin = clock.instant().minus(policy.period());
        jobs.values().removeIf(taken -> !taken.isAfter(begin));
        return jobs;
    }

    /** Until the oldest job leaves, or as many of the oldest as make room for one more. */
    private Duration reset(Map<JobId, Instant> jobs, Policy policy) {
        return jobs.values().stream()
                .skip(Math.max(0, jobs.size() - policy.jobs()))
                .findFirst()
                .map(leaves -> Duration.between(clock.instant(), leaves.plus(policy.period())))
                .orElse(Duration.ZERO);
    }
}
