package pl.paragon.api.lane;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Lane;
import pl.paragon.runtime.metrics.Metric;

/**
 * Which user has how many jobs under way, as far as this gateway knows, and so which lane the next goes down; and how
 * many of them go before a given job.
 */
@ApplicationScoped
public class Lanes {

    /** Whoever did not hear how a job ended stops counting it after this. */
    private static final Duration LONGEST_LIFE = Duration.ofDays(1);
    /** Bounds the memory, at some 20 MB. */
    private static final int MOST_JOBS = 100_000;

    private final int interactiveJobs;
    private final Clock clock;
    private final Map<Lane, Counter> chosen = new EnumMap<>(Lane.class);
    private final Map<Lane, LaneQueue> queues = new EnumMap<>(Lane.class);
    /** Oldest first. */
    private final Map<JobId, UnderWay> underWay = new LinkedHashMap<>();

    private final Map<User, Integer> counts = new HashMap<>();
    /**
     * Jobs that are over: their submission may be read later than their end, which is in another topic, and must not
     * bring them back.
     */
    private final Set<JobId> over = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<JobId, Boolean> eldest) {
            return size() > MOST_JOBS;
        }
    });

    /** @param number of the job within its lane, from 1 */
    private record UnderWay(User user, Instant since, Lane lane, long number) {}

    /**
     * The people of one submitter are told apart as it tells them apart, or not at all. What comes in batches is
     * counted apart, so that a batch does not send the next single upload down the bulk lane.
     */
    private record User(String submitter, String userId, boolean inBatches) {
        static User of(Submission submission) {
            return new User(submission.submitter(), submission.userId(), submission.batch() != null);
        }
    }

    Lanes(LaneConfig config, Clock clock, MeterRegistry meters) {
        this.interactiveJobs = config.interactiveJobs();
        this.clock = clock;
        for (Lane lane : Lane.values()) {
            queues.put(lane, new LaneQueue());
            chosen.put(lane, Metric.LANES_JOBS.counter(meters, lane.name().toLowerCase(Locale.ROOT)));
        }
        Metric.JOBS_OLDEST_AGE.gauge(meters, this::oldestAge);
    }

    /**
     * The lane of a job that is being accepted, which is under way from now on.
     *
     * @param userId or {@code null}
     */
    public synchronized Lane choose(JobId job, String submitter, String userId) {
        User user = new User(submitter, userId, false);
        forgetTheOldest();
        Lane lane = counts.getOrDefault(user, 0) < interactiveJobs ? Lane.INTERACTIVE : Lane.BULK;
        begin(job, user, lane, clock.instant());
        chosen.get(lane).increment();
        return lane;
    }

    /** A job of a batch is being accepted: it goes down the bulk lane, and is under way from now on. */
    public synchronized void batched(JobId job, Submission submission) {
        accepted(job, submission);
        chosen.get(Lane.BULK).increment();
    }

    /** A job was accepted, perhaps by another gateway. */
    synchronized void accepted(JobId job, Submission submission) {
        if (!over.contains(job) && !underWay.containsKey(job)) {
            forgetTheOldest();
            begin(job, User.of(submission), submission.lane(), submission.submittedAt());
        }
    }

    /**
     * How many jobs are likely to be done before this one: those of its lane that were accepted earlier, and beside the
     * bulk all interactive ones. Empty if this gateway does not know the job.
     */
    public synchronized OptionalLong before(JobId job) {
        UnderWay known = underWay.get(job);
        if (known == null) {
            return OptionalLong.empty();
        }
        long sameLane = queues.get(known.lane()).before(known.number());
        return OptionalLong.of(
                switch (known.lane()) {
                    case INTERACTIVE -> sameLane;
                    case BULK -> sameLane + queues.get(Lane.INTERACTIVE).length();
                });
    }

    /** A job has ended, or was not accepted after all. */
    public synchronized void over(JobId job) {
        over.add(job);
        UnderWay known = underWay.remove(job);
        if (known != null) {
            discount(known);
        }
    }

    private void begin(JobId job, User user, Lane lane, Instant since) {
        long number = queues.get(lane).join();
        underWay.put(job, new UnderWay(user, since, lane, number));
        counts.merge(user, 1, Integer::sum);
    }

    /** For how long the oldest job has been under way, in seconds; 0 if none is. */
    private synchronized double oldestAge() {
        Instant now = clock.instant();
        return underWay.values().stream()
                .map(UnderWay::since)
                .min(Comparator.naturalOrder())
                .map(since -> Duration.between(since, now).toMillis() / 1000.0)
                .orElse(0.0);
    }

    private void forgetTheOldest() {
        Instant tooOld = clock.instant().minus(LONGEST_LIFE);
        Iterator<UnderWay> oldest = underWay.values().iterator();
        while (oldest.hasNext()) {
            UnderWay job = oldest.next();
            if (underWay.size() < MOST_JOBS && job.since().isAfter(tooOld)) {
                return;
            }
            oldest.remove();
            discount(job);
        }
    }

    private void discount(UnderWay job) {
        queues.get(job.lane()).leave();
        counts.computeIfPresent(job.user(), (user, count) -> count == 1 ? null : count - 1);
    }
}
