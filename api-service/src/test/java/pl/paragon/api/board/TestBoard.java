package pl.paragon.api.board;

import pl.paragon.api.status.Fact;
import pl.paragon.contracts.event.JobEvent;

/** A board on a store in memory. */
public final class TestBoard {

    private final InMemoryFactStore store = new InMemoryFactStore();
    private final JobBoard board = new JobBoard(store, coverage -> true);

    public JobBoard board() {
        return board;
    }

    /** Adds facts as the projector would. */
    public void add(JobEvent... events) {
        for (JobEvent event : events) {
            store.add(new FactStore.JobFact(event.jobId(), Fact.of(event).orElseThrow()));
        }
    }

    public void setAway(boolean away) {
        store.away = away;
    }
}
