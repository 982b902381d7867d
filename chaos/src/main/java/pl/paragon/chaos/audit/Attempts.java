package pl.paragon.chaos.audit;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pl.paragon.chaos.load.ClientJob;
import pl.paragon.chaos.load.Sample;
import pl.paragon.contracts.event.RetryScheduled;
import pl.paragon.contracts.event.StepStarted;
import pl.paragon.contracts.job.Stage;
import pl.paragon.running.service.Service;
import pl.paragon.servers.process.Signal;

/**
 * Why attempts were lost. A job is tried again after a retry that was published, which a receipt never needs since
 * nothing here is a transient fault of its own; or after the death of a worker that had it in hand, so there must have
 * been a SIGKILL between the last sign of one attempt and the first of the next.
 */
final class Attempts {

    private final Evidence evidence;

    Attempts(Evidence evidence) {
        this.evidence = evidence;
    }

    Stream<Violation> unexplained() {
        return evidence.jobs().stream()
                .flatMap(job ->
                        Stream.concat(retries(job), Stream.of(Stage.values()).flatMap(stage -> steps(job, stage))));
    }

    private Stream<Violation> retries(ClientJob job) {
        if (job.sample().nature() instanceof Sample.Hostile) {
            return Stream.empty(); // it may well run into a limit
        }
        return evidence.events(job.id(), RetryScheduled.class).stream()
                .distinct()
                .map(retry -> violation(
                        job,
                        "attempt %d of %s failed: %s"
                                .formatted(
                                        retry.attempt(),
                                        retry.stage(),
                                        retry.error().code())));
    }

    private Stream<Violation> steps(ClientJob job, Stage stage) {
        List<StepStarted> steps = evidence.events(job.id(), StepStarted.class).stream()
                .filter(step -> step.step().stage() == stage)
                .sorted(Comparator.comparing(StepStarted::occurredAt))
                .toList();
        return steps.stream()
                .filter(step -> step.attempt() > 1)
                .filter(step -> isFirst(step, steps))
                .filter(step -> !followsARetry(job, step))
                .filter(step -> !killedBetween(stage, before(step, steps).orElse(job.accepted()), step.occurredAt()))
                .map(step -> violation(
                        job,
                        "attempt %d of %s began at %s, and no %s was killed since %s"
                                .formatted(
                                        step.attempt(),
                                        stage,
                                        step.occurredAt(),
                                        worker(stage).module(),
                                        before(step, steps).orElse(job.accepted()))));
    }

    private static boolean isFirst(StepStarted step, List<StepStarted> steps) {
        return steps.stream()
                .filter(other -> other.attempt() == step.attempt())
                .findFirst()
                .orElseThrow()
                .equals(step);
    }

    private boolean followsARetry(ClientJob job, StepStarted step) {
        return evidence.events(job.id(), RetryScheduled.class).stream()
                .anyMatch(retry -> retry.stage() == step.step().stage() && retry.attempt() == step.attempt() - 1);
    }

    /** The last sign of an earlier attempt; steps are published without confirmation, so there may be none. */
    private static Optional<Instant> before(StepStarted step, List<StepStarted> steps) {
        return steps.stream()
                .filter(other -> other.attempt() < step.attempt())
                .map(StepStarted::occurredAt)
                .filter(at -> at.isBefore(step.occurredAt()))
                .max(Comparator.naturalOrder());
    }

    private boolean killedBetween(Stage stage, Instant from, Instant to) {
        return evidence.deaths().stream()
                .filter(death -> death.service() == worker(stage) && death.signal() == Signal.KILL)
                .anyMatch(death -> death.at().plus(death.took()).isAfter(from)
                        && death.at().isBefore(to));
    }

    private Violation violation(ClientJob job, String found) {
        return Rule.IS_NOT_CHARGED_FOR_A_STOP.violation(evidence, job, found);
    }

    private static Service worker(Stage stage) {
        return switch (stage) {
            case OCR -> Service.OCR;
            case ANALYSIS -> Service.ANALYSIS;
            case PERSISTENCE -> Service.PERSISTENCE;
        };
    }
}
