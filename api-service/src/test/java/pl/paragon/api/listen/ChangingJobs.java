package pl.paragon.api.listen;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import pl.paragon.api.board.ChangedJobs;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.job.Jobs;
import pl.paragon.api.status.Fact;
import pl.paragon.api.status.Job;
import pl.paragon.contracts.event.JobEvent;
import pl.paragon.contracts.job.JobId;

/** Jobs and the versions of their changes, in memory. */
final class ChangingJobs implements ChangedJobs {

    private final Map<JobId, List<Fact>> facts = new ConcurrentHashMap<>();
    final Map<JobId, Long> versions = new HashMap<>();
    final Set<JobId> unavailable = ConcurrentHashMap.newKeySet();
    final List<JobId> found = new ArrayList<>();

    synchronized void add(long version, JobEvent event) {
        facts.computeIfAbsent(event.jobId(), job -> new ArrayList<>())
                .add(Fact.of(event).orElseThrow());
        versions.put(event.jobId(), version);
    }

    synchronized Jobs.Lookup find(Submitter owner, String id) {
        JobId job = JobId.of(id);
        found.add(job);
        if (unavailable.contains(job)) {
            return new Jobs.Lookup.Unavailable("for this test");
        }
        return Job.of(job, facts.getOrDefault(job, List.of()))
                .<Jobs.Lookup>map(Jobs.Lookup.Found::new)
                .orElseGet(Jobs.Lookup.Unknown::new);
    }

    @Override
    public synchronized long latest(Submitter owner) {
        return versions.values().stream().mapToLong(Long::longValue).max().orElse(NONE);
    }

    @Override
    public synchronized List<Change> after(Submitter owner, long version, int most) {
        return changes().stream()
                .filter(change -> change.version() > version)
                .limit(most)
                .toList();
    }

    @Override
    public synchronized List<Change> of(Submitter owner, Collection<JobId> jobs) {
        return changes().stream().filter(change -> jobs.contains(change.job())).toList();
    }

    private List<Change> changes() {
        return versions.entrySet().stream()
                .map(change -> new Change(change.getKey(), change.getValue()))
                .sorted(Comparator.comparingLong(Change::version))
                .toList();
    }
}
