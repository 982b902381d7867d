package pl.paragon.api.board;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import pl.paragon.api.Defaults;
import pl.paragon.api.Samples;
import pl.paragon.api.status.Fact;
import pl.paragon.contracts.event.JobEvent;

/** A board on a store in memory. */
public final class TestBoard {

    private static final StatusConfig CONFIG = Defaults.of(StatusConfig.class);

    private final InMemoryFactStore store = new InMemoryFactStore();
    private final JobBoard board = new JobBoard(
            store,
            coverage -> true,
            job -> List.of(),
            new StatusStoreProbe(store, CONFIG),
            CONFIG,
            Clock.fixed(Samples.NOON, ZoneOffset.UTC));

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

    /** @param what happens when a fact is added, before it is */
    public void setMeanwhile(Runnable what) {
        store.meanwhile = what;
    }
}
