package pl.paragon.api.listen;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import pl.paragon.contracts.job.JobId;

/** One listener's place among those of its owner. Closing it twice is harmless. */
public final class Subscription implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Subscription.class);

    private final Admission.Granted granted;
    private final Listener listener;
    private final Consumer<Subscription> onClose;
    private final AtomicBoolean closed = new AtomicBoolean();

    Subscription(Admission.Granted granted, Listener listener, Consumer<Subscription> onClose) {
        this.granted = granted;
        this.listener = listener;
        this.onClose = onClose;
    }

    Admission.Granted granted() {
        return granted;
    }

    boolean mayCover(JobId job) {
        return granted.interest().mayCover(job);
    }

    void deliver(JobState state) {
        if (!closed.get() && granted.interest().covers(state.job())) {
            call(() -> listener.changed(state));
        }
        if (state.job().status().ended()) {
            gone(state.job().id());
        }
    }

    /** There will be no more of this job: it has ended, or was deleted. */
    void gone(JobId job) {
        if (granted.interest().endsWith(job)) {
            end();
        }
    }

    void heartbeat() {
        if (!closed.get()) {
            call(listener::heartbeat);
        }
    }

    /** Tells the listener that nothing more will come. */
    void end() {
        if (leave()) {
            call(listener::ended);
        }
    }

    @Override
    public void close() {
        leave();
    }

    private boolean leave() {
        boolean first = closed.compareAndSet(false, true);
        if (first) {
            onClose.accept(this);
        }
        return first;
    }

    private void call(Runnable told) {
        try {
            told.run();
        } catch (RuntimeException e) {
            LOG.errorf(e, "A listener of %s failed and is dropped", granted.owner());
            close();
        }
    }
}
