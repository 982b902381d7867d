package pl.paragon.api.status;

import pl.paragon.contracts.event.JobEvent;

/** A board for specifications of what stands on it. */
public final class TestBoard {

    private final InMemoryFactStore store = new InMemoryFactStore();
    private final JobBoard board = new JobBoard(store, progress -> true);

    public JobBoard board() {
        return board;
    }

    /** Adds what the projector would. */
    public void add(JobEvent... events) {
        for (JobEvent event : events) {
            store.add(new FactStore.JobFact(event.jobId(), Fact.of(event).orElseThrow()));
        }
    }

    public void setAway(boolean away) {
        store.away = away;
    }
}
