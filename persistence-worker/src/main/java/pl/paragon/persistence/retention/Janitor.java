package pl.paragon.persistence.retention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;
import pl.paragon.runtime.files.ReceiptFileStore;

/** Deletes the files of jobs when their retention has ended. */
final class Janitor {

    private static final Logger LOG = Logger.getLogger(Janitor.class);

    private final ReceiptFileStore files;
    private final Duration retention;
    private final Clock clock;

    Janitor(ReceiptFileStore files, Duration retention, Clock clock) {
        this.files = files;
        this.retention = retention;
        this.clock = clock;
    }

    /**
     * An unavailable store, or another worker sweeping at the same time, is no failure: the next sweep takes what is
     * left.
     */
    void sweep() {
        try {
            int jobs = files.deleteOlderThan(clock.instant().minus(retention));
            if (jobs > 0) {
                LOG.infof("Deleted the files of %d jobs, older than %s", jobs, retention);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warnf("Old files could not be deleted; the next sweep tries again: %s", e);
        }
    }
}
