package pl.paragon.analysis.model.asking;

import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.service.Result;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.TypedGuard;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jboss.logging.Logger;
import pl.paragon.analysis.model.answer.Answer;
import pl.paragon.analysis.model.answer.AnswerReader;
import pl.paragon.analysis.model.answer.OneLine;
import pl.paragon.analysis.model.answer.UnusableAnswerException;
import pl.paragon.analysis.rows.Printout;

/**
 * Asks the configured model: a limited number of questions at a time, each only once, each with a timeout. It never
 * throws: a model that is down, slow or off topic counts as silent. One that is silent too often is left alone for a
 * while, so that a job loses no time to it.
 */
public final class ReceiptModel {

    private static final Logger LOG = Logger.getLogger(ReceiptModel.class);
    private static final double HALF = 0.5;

    /** What came of a question. */
    public sealed interface Reply {

        record Answered(Answer answer) implements Reply {}

        record Silent(Silence why) implements Reply {}
    }

    private final ModelConfig config;
    private final RowSorter sorter;
    private final Clock clock;
    private final CallMetrics metrics;
    private final Semaphore turns;
    private final TypedGuard<Answer> guard;

    public ReceiptModel(ModelConfig config, RowSorter sorter, Clock clock, MeterRegistry meters) {
        this.config = config;
        this.sorter = sorter;
        this.clock = clock;
        this.metrics = new CallMetrics(meters);
        this.turns = new Semaphore(config.callsAtATime(), true);
        this.guard = TypedGuard.create(Answer.class)
                .withDescription("paragon.analysis.model")
                .withCircuitBreaker()
                .requestVolumeThreshold(config.circuitWindow())
                .failureRatio(HALF)
                .delay(config.circuitPause().toMillis(), ChronoUnit.MILLIS)
                .skipOn(InterruptedException.class)
                .onStateChange(this::circuit)
                .done()
                .withTimeout()
                .duration(config.timeout().toMillis(), ChronoUnit.MILLIS)
                .done()
                .build();
    }

    /** @param deadline of the job */
    public Reply ask(Printout printout, Instant deadline) {
        Timer.Sample sample = metrics.begin();
        try {
            Answer answer = inTurn(printout, deadline);
            metrics.answered(sample);
            return new Reply.Answered(answer);
        } catch (SilentModelException e) {
            metrics.silent(sample, e.silence());
            tell(e);
            return new Reply.Silent(e.silence());
        }
    }

    private Answer inTurn(Printout printout, Instant deadline) throws SilentModelException {
        if (printout.rows().size() > config.mostRows()) {
            throw new SilentModelException(Silence.TOO_LONG, printout.rows().size() + " rows", null);
        }
        Instant latest = deadline.minus(config.timeout());
        if (clock.instant().isAfter(latest)) {
            throw new SilentModelException(Silence.NO_TIME, "the job's time is over at " + deadline, null);
        }
        Duration left = Duration.between(clock.instant(), latest);
        Duration wait = left.compareTo(config.turnTimeout()) < 0 ? left : config.turnTimeout();
        try {
            if (!turns.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SilentModelException(Silence.BUSY, "no turn within " + wait, null);
            }
        } catch (InterruptedException e) {
            throw stopped(e);
        }
        try {
            return guarded(printout);
        } finally {
            turns.release();
        }
    }

    private Answer guarded(Printout printout) throws SilentModelException {
        try {
            return guard.call(() -> answer(printout));
        } catch (CircuitBreakerOpenException e) {
            throw new SilentModelException(Silence.CIRCUIT_OPEN, "it failed too often lately", e);
        } catch (TimeoutException e) {
            throw new SilentModelException(Silence.TIMED_OUT, "no whole answer within " + config.timeout(), e);
        } catch (InterruptedException e) {
            throw stopped(e);
        } catch (SilentModelException e) {
            throw e;
        } catch (Exception e) {
            throw new SilentModelException(Silence.GARBLED, OneLine.of(e.toString()), e);
        }
    }

    private Answer answer(Printout printout) throws SilentModelException, InterruptedException {
        Result<String> result;
        try {
            result = sorter.sort(Question.of(printout));
        } catch (UnansweredException e) {
            if (e.silence() == Silence.STOPPED) {
                throw new InterruptedException();
            }
            throw new SilentModelException(e.silence(), e.getMessage(), e);
        } catch (RuntimeException e) {
            throw new SilentModelException(Silence.GARBLED, OneLine.of(e.toString()), e);
        }
        if (result.finishReason() == FinishReason.LENGTH) {
            throw new SilentModelException(
                    Silence.CUT_OFF, "the answer is longer than " + config.longestAnswer() + " tokens", null);
        }
        try {
            return AnswerReader.read(result.content());
        } catch (UnusableAnswerException e) {
            throw new SilentModelException(Silence.UNUSABLE, e.getMessage(), null);
        }
    }

    private static SilentModelException stopped(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new SilentModelException(Silence.STOPPED, "the job was told to stop", e);
    }

    private void tell(SilentModelException e) {
        switch (e.silence()) {
            case UNREACHABLE, TIMED_OUT, REFUSED, FAILED, GARBLED, CUT_OFF, UNUSABLE ->
                LOG.warnf(
                        "%s did not answer (%s): %s; the grammar's result stands", name(), e.silence(), e.getMessage());
            case CIRCUIT_OPEN, BUSY, TOO_LONG, NO_TIME, STOPPED ->
                LOG.debugf("%s was not asked (%s): %s", name(), e.silence(), e.getMessage());
        }
    }

    private void circuit(CircuitBreakerState state) {
        metrics.circuit(state != CircuitBreakerState.CLOSED);
        switch (state) {
            case OPEN ->
                LOG.warnf(
                        "%s failed too often: it is not asked for %s, receipts are read by the grammar alone",
                        name(), config.circuitPause());
            case HALF_OPEN -> LOG.debugf("%s is asked again", name());
            case CLOSED -> LOG.infof("%s answers again", name());
        }
    }

    private String name() {
        return "Model " + config.name() + " at " + config.url().getHost();
    }
}
