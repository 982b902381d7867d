package pl.paragon.persistence.retention;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import pl.paragon.runtime.files.ReceiptFileStore;

/** Runs the janitor on its schedule. */
@ApplicationScoped
class JanitorSchedule {

    private final Janitor janitor;

    JanitorSchedule(ReceiptFileStore files, RetentionConfig config, Clock clock) {
        this.janitor = new Janitor(files, config.retention(), clock);
    }

    @Scheduled(
            identity = "janitor",
            every = "{paragon.files.sweep}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        janitor.sweep();
    }
}
