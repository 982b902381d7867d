package pl.paragon.persistence.action;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import pl.paragon.contracts.action.JobAction.Reason;
import pl.paragon.persistence.database.Transactions;
import pl.paragon.runtime.publish.BrokerUnavailableException;
import pl.paragon.runtime.time.Repeating;
import pl.paragon.worker.stage.StageException;

/** Works off the lists of all actions, a few jobs at a time, beside the other workers of this stage. */
@ApplicationScoped
class ActionRunner {

    private static final Logger LOG = Logger.getLogger(ActionRunner.class);

    private final Transactions transactions;
    private final Actions actions;
    private final JobActs acts;
    private final ActionConfig config;
    private final Clock clock;
    private Repeating running;

    ActionRunner(Transactions transactions, Actions actions, JobActs acts, ActionConfig config, Clock clock) {
        this.transactions = transactions;
        this.actions = actions;
        this.acts = acts;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent startup) {
        running = Repeating.start("job-actions", config.every(), this::work);
    }

    void stop(@Observes ShutdownEvent shutdown) {
        running.close();
    }

    /** Works as long as there is something to do and what it needs is there; the rest waits for the next time. */
    void work() {
        try {
            while (step() && !Thread.currentThread().isInterrupted()) {
                LOG.debug("Some jobs of an action are done");
            }
        } catch (StageException e) {
            LOG.warnf("Actions wait for the database: %s", e.getMessage());
        }
    }

    /** @return whether there may be more to do */
    private boolean step() {
        Instant now = clock.instant();
        List<Actions.Item> taken =
                transactions.inOne(() -> actions.take(config.atATime(), now, now.plus(config.takenFor())));
        List<Actions.Result> results = new ArrayList<>();
        try {
            for (Actions.Item item : taken) {
                Reason reason = acts.act(item);
                results.add(new Actions.Result(item, reason));
            }
        } catch (StageException | IOException | BrokerUnavailableException e) {
            LOG.warnf("An action waits: %s", e.getMessage());
        }
        List<Actions.Item> left = taken.subList(results.size(), taken.size());
        transactions.inOne(() -> {
            actions.note(results);
            if (!left.isEmpty()) {
                actions.giveBack(left);
            }
            return true;
        });
        return !taken.isEmpty() && left.isEmpty();
    }
}
