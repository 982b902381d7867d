package pl.paragon.api.board;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pl.paragon.api.status.Fact;
import pl.paragon.contracts.job.JobId;

/** A store that can be unavailable, and can lose its memory. */
public final class InMemoryFactStore implements FactStore {

    public final Map<String, Long> positions = new HashMap<>();
    public final Set<String> catchingUp = new HashSet<>();
    public final Set<String> rebuilding = new HashSet<>();
    public boolean away;
    public boolean full;
    /** What happens when a fact is added, before it is. */
    public Runnable meanwhile = () -> {};

    private final Map<JobId, Map<String, Fact>> jobs = new HashMap<>();

    public void loseMemory() {
        positions.clear();
        catchingUp.clear();
        rebuilding.clear();
        jobs.clear();
    }

    @Override
    public void requireWritable() {
        check();
        if (full) {
            throw StatusUnavailableException.unreachable("full for this test", null);
        }
    }

    @Override
    public void add(JobFact fact) {
        meanwhile.run();
        requireWritable();
        jobs.computeIfAbsent(fact.job(), job -> new LinkedHashMap<>())
                .putIfAbsent(fact.fact().name(), fact.fact());
        Map<String, Fact> facts = jobs.get(fact.job());
        facts.values().retainAll(Fact.lasting(List.copyOf(facts.values())));
    }

    @Override
    public void remove(JobId job) {
        check();
        jobs.remove(job);
    }

    @Override
    public Known of(JobId job) {
        check();
        return new Known(List.copyOf(jobs.getOrDefault(job, Map.of()).values()), !rebuilding.isEmpty());
    }

    @Override
    public Coverage coverage() {
        check();
        return new Coverage(Map.copyOf(positions), Set.copyOf(catchingUp));
    }

    @Override
    public void begin(List<Start> starts) {
        requireWritable();
        for (Start start : starts) {
            positions.putIfAbsent(start.partition(), start.position());
            mark(catchingUp, start.partition(), start.lag() != Lag.NONE);
            if (start.lag() != Lag.LATEST) {
                mark(rebuilding, start.partition(), start.lag() == Lag.ALL);
            }
        }
    }

    @Override
    public boolean append(List<JobFact> facts, List<Advance> advances) {
        requireWritable();
        if (!advances.stream()
                .allMatch(advance -> Long.valueOf(advance.expected()).equals(positions.get(advance.partition())))) {
            return false;
        }
        new ArrayList<>(facts).forEach(this::add);
        for (Advance advance : advances) {
            positions.put(advance.partition(), advance.next());
            if (advance.caughtUp()) {
                catchingUp.remove(advance.partition());
                rebuilding.remove(advance.partition());
            }
        }
        return true;
    }

    private static void mark(Set<String> marks, String partition, boolean marked) {
        if (marked) {
            marks.add(partition);
        } else {
            marks.remove(partition);
        }
    }

    private void check() {
        if (away) {
            throw StatusUnavailableException.unreachable("unavailable for this test", null);
        }
    }
}
