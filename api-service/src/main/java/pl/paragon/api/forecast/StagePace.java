package pl.paragon.api.forecast;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import pl.paragon.api.health.Workers;
import pl.paragon.contracts.event.WorkDurations;
import pl.paragon.contracts.event.WorkerHeartbeat;

/**
 * How fast a stage works.
 *
 * @param capacity how many jobs its workers do at a time, at least 1
 * @param work how long each takes
 */
record StagePace(int capacity, WorkDurations work) {

    /** What its workers measured, averaged; empty if there is none, or none has finished a job yet. */
    static Optional<StagePace> of(Workers.Crew crew) {
        List<WorkDurations> measured = crew.heartbeats().stream()
                .map(WorkerHeartbeat::recentWork)
                .filter(Objects::nonNull)
                .toList();
        return crew.capacity() < 1 || measured.isEmpty()
                ? Optional.empty()
                : Optional.of(new StagePace(
                        crew.capacity(),
                        new WorkDurations(
                                mean(measured, WorkDurations::mean),
                                mean(measured, WorkDurations::low),
                                mean(measured, WorkDurations::typical),
                                mean(measured, WorkDurations::high))));
    }

    /** How often a job is done while all its workers are busy. */
    Duration interval() {
        return work.mean().dividedBy(capacity);
    }

    private static Duration mean(List<WorkDurations> all, Function<WorkDurations, Duration> which) {
        return all.stream().map(which).reduce(Duration.ZERO, Duration::plus).dividedBy(all.size());
    }
}
