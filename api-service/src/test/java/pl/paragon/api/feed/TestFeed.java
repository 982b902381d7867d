package pl.paragon.api.feed;

import java.util.Optional;
import pl.paragon.api.identity.Submitter;
import pl.paragon.contracts.job.JobId;

/** A feed whose signals a test gives. */
public final class TestFeed implements JobFeed {

    private final Watches watches;
    private Runnable onWatch = () -> {};

    public TestFeed(int most) {
        this.watches = new Watches(most);
    }

    /** Runs right before a watch is opened. */
    public void beforeWatch(Runnable happening) {
        onWatch = happening;
    }

    @Override
    public Optional<Watch> watch(JobId job, Runnable mayHaveChanged) {
        onWatch.run();
        return watches.watch(job, mayHaveChanged);
    }

    @Override
    public Optional<Watch> watch(Submitter owner, Runnable mayHaveChanged) {
        onWatch.run();
        return watches.watch(owner, mayHaveChanged);
    }

    @Override
    public Optional<Watch> watchAll(Runnable mayHaveChanged) {
        onWatch.run();
        return watches.watchAll(mayHaveChanged);
    }

    /** Whichever job. */
    public void somethingChanged() {
        watches.somethingChanged();
    }

    public void changed(Submitter owner) {
        watches.changed(OwnerTag.of(owner));
    }

    public void changed(JobId job) {
        watches.changed(job);
    }

    public int open() {
        return watches.open();
    }
}
