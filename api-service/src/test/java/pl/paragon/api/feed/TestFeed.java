package pl.paragon.api.feed;

import java.util.Optional;
import pl.paragon.contracts.job.JobId;

/** A feed whose changes a test makes. */
public final class TestFeed implements JobFeed {

    private final Watches watches;
    private Runnable onWatch = () -> {};

    public TestFeed(int most) {
        this.watches = new Watches(most);
    }

    /** What happens right before somebody begins to watch. */
    public void beforeWatch(Runnable happening) {
        onWatch = happening;
    }

    @Override
    public Optional<Watch> watch(JobId job, Runnable lookAgain) {
        onWatch.run();
        return watches.watch(job, lookAgain);
    }

    public void changed(JobId job) {
        watches.changed(job);
    }

    public int open() {
        return watches.open();
    }
}
