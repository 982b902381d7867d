package pl.paragon.api.board;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import pl.paragon.runtime.time.Repeating;

/** Checks at a steady pace whether the status store answers, so that no request has to wait for it. */
@ApplicationScoped
public class StatusStoreProbe {

    private static final Logger LOG = Logger.getLogger(StatusStoreProbe.class);

    private final FactStore store;
    private final StatusConfig config;
    private volatile boolean available = true;
    private Repeating probing;

    StatusStoreProbe(FactStore store, StatusConfig config) {
        this.store = store;
        this.config = config;
    }

    public boolean isAvailable() {
        return available;
    }

    void start(@Observes StartupEvent startup) {
        probing = Repeating.start("status-store-probe", config.verifyEvery(), this::probe);
    }

    void stop(@Observes ShutdownEvent shutdown) {
        probing.close();
    }

    private void probe() {
        try {
            store.coverage();
            available = true;
        } catch (StatusUnavailableException e) {
            LOG.debugf("The status store does not answer: %s", e.getMessage());
            available = false;
        }
    }
}
