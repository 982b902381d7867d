package pl.paragon.api.stage;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;
import pl.paragon.contracts.event.StagePaused;
import pl.paragon.runtime.pause.StagePauses;
import pl.paragon.runtime.publish.BrokerUnavailableException;
import pl.paragon.runtime.publish.EventPublisher;

/** Pauses and resumes stages. */
@ApplicationScoped
public class StageControl {

    private static final Logger LOG = Logger.getLogger(StageControl.class);

    /** Until the gateway has heard itself; a few milliseconds as a rule. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final EventPublisher publisher;
    private final StagePauses pauses;

    StageControl(EventPublisher publisher, StagePauses pauses) {
        this.publisher = publisher;
        this.pauses = pauses;
    }

    /** What became of a decision. */
    public enum Outcome {
        /** It holds, and this gateway answers accordingly. */
        HOLDS,
        /** The broker did not confirm it: it may or may not hold, and may be taken again. */
        UNAVAILABLE
    }

    /** Publishes a decision, to which the workers keep from then on, and waits for this gateway to know it. Blocks. */
    public Outcome decide(StagePaused decision) throws InterruptedException {
        try {
            publisher.publish(decision);
        } catch (BrokerUnavailableException e) {
            LOG.warnf("A pause of %s cannot be published: %s", decision.stage().id(), e.getMessage());
            return Outcome.UNAVAILABLE;
        }
        LOG.infof(
                decision.reason() == null ? "Stage %s is resumed by %s" : "Stage %s is paused by %s until %s: %s",
                decision.stage().id(),
                decision.owner(),
                decision.until(),
                decision.reason());
        return pauses.awaitKnown(decision, PATIENCE) ? Outcome.HOLDS : Outcome.UNAVAILABLE;
    }
}
