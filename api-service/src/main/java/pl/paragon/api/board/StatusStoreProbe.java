package pl.paragon.api.board;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Checks at a steady pace whether the status store answers, so that no request has to wait for it. */
@ApplicationScoped
public class StatusStoreProbe {

    private static final Logger LOG = Logger.getLogger(StatusStoreProbe.class);

    private final FactStore store;
    private final StatusConfig config;
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("status-store-probe").factory());
    private volatile boolean available = true;

    StatusStoreProbe(FactStore store, StatusConfig config) {
        this.store = store;
        this.config = config;
    }

    public boolean isAvailable() {
        return available;
    }

    void start(@Observes StartupEvent startup) {
        pace.scheduleWithFixedDelay(this::probe, 0, config.verifyEvery().toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent shutdown) {
        pace.shutdownNow();
    }

    /** An exception would end the schedule. */
    private void probe() {
        try {
            store.coverage();
            available = true;
        } catch (RuntimeException e) {
            LOG.debugf("The status store does not answer: %s", e.getMessage());
            available = false;
        }
    }
}
