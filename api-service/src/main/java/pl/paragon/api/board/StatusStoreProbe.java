package pl.paragon.api.board;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import pl.paragon.runtime.time.Repeating;

/** Checks at a steady pace whether the status store answers and takes writes, so that no request has to wait for it. */
@ApplicationScoped
public class StatusStoreProbe {

    private static final Logger LOG = Logger.getLogger(StatusStoreProbe.class);

    /** What is known of the status store. */
    public enum Condition {
        AVAILABLE,
        /** It answers, but takes no facts, perhaps because its memory is full: a status may be outdated. */
        READ_ONLY,
        AWAY
    }

    private final FactStore store;
    private final StatusConfig config;
    private volatile Condition condition = Condition.AVAILABLE;
    private Repeating probing;

    StatusStoreProbe(FactStore store, StatusConfig config) {
        this.store = store;
        this.config = config;
    }

    public Condition condition() {
        return condition;
    }

    void start(@Observes StartupEvent startup) {
        probing = Repeating.start("status-store-probe", config.verifyEvery(), this::probe);
    }

    void stop(@Observes ShutdownEvent shutdown) {
        probing.close();
    }

    void probe() {
        Condition latest = look();
        if (latest != condition) {
            LOG.infof("The status store is now %s", latest);
        }
        condition = latest;
    }

    private Condition look() {
        try {
            store.coverage();
        } catch (StatusUnavailableException e) {
            LOG.debugf("The status store does not answer: %s", e.getMessage());
            return Condition.AWAY;
        }
        try {
            store.requireWritable();
            return Condition.AVAILABLE;
        } catch (StatusUnavailableException e) {
            LOG.debugf("The status store takes no writes: %s", e.getMessage());
            return Condition.READ_ONLY;
        }
    }
}
