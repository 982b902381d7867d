package pl.paragon.localstack.supervision;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import pl.paragon.running.service.Ports;
import pl.paragon.running.stack.Condition;
import pl.paragon.running.stack.PartState;
import pl.paragon.running.stack.ProcessRecord;
import pl.paragon.running.stack.StackState;
import pl.paragon.running.stack.StackState.Phase;

/** Collects the state of all parts; publishes the whole state at each change. */
final class Board {

    private final Clock clock;
    private final Ports ports;
    private final ProcessRecord supervisor;
    private final Consumer<StackState> published;
    private final Instant started;
    private final Map<String, PartState> parts = new LinkedHashMap<>();
    private Phase phase = Phase.STARTING;
    private String message = "";
    private Optional<Instant> ready = Optional.empty();

    Board(Clock clock, Ports ports, ProcessRecord supervisor, List<Part> all, Consumer<StackState> published) {
        this.clock = clock;
        this.ports = ports;
        this.supervisor = supervisor;
        this.published = published;
        this.started = clock.instant();
        all.forEach(p -> parts.put(
                p.name(),
                new PartState(
                        p.name(), p.port(), Condition.WAITING, started, Optional.empty(), 0, Optional.empty(), "")));
        publish();
    }

    synchronized void phase(Phase next, String why) {
        phase = next;
        message = why;
        if (next == Phase.RUNNING && ready.isEmpty()) {
            ready = Optional.of(clock.instant());
        }
        publish();
    }

    synchronized Phase phase() {
        return phase;
    }

    /** A part's process has been started. */
    void launched(String part, long pid) {
        change(part, s -> with(s, Condition.STARTING, s.startTook(), s.restarts(), ProcessRecord.of(pid), s.detail()));
    }

    void ready(String part, Duration took) {
        change(part, s -> with(s, Condition.READY, Optional.of(took), s.restarts(), s.process(), s.detail()));
    }

    /** A part will be restarted. */
    void restarting(String part, String why) {
        change(part, s -> with(s, Condition.RESTARTING, s.startTook(), s.restarts() + 1, Optional.empty(), why));
    }

    void failed(String part, String why) {
        change(part, s -> with(s, Condition.FAILED, s.startTook(), s.restarts(), s.process(), why));
    }

    void stopping(String part) {
        change(part, s -> end(s, Condition.STOPPING, s.process()));
    }

    void stopped(String part) {
        change(part, s -> end(s, Condition.STOPPED, Optional.empty()));
    }

    // A failure stays visible, with its reason, after the rest has been stopped because of it.
    private PartState end(PartState s, Condition condition, Optional<ProcessRecord> process) {
        Condition last = s.condition() == Condition.FAILED ? Condition.FAILED : condition;
        return with(s, last, s.startTook(), s.restarts(), process, s.detail());
    }

    private PartState with(
            PartState s,
            Condition condition,
            Optional<Duration> took,
            int restarts,
            Optional<ProcessRecord> process,
            String detail) {
        return new PartState(s.name(), s.port(), condition, clock.instant(), took, restarts, process, detail);
    }

    private synchronized void change(String part, UnaryOperator<PartState> change) {
        parts.computeIfPresent(part, (name, state) -> change.apply(state));
        publish();
    }

    private void publish() {
        published.accept(
                new StackState(phase, message, supervisor, ports, started, ready, List.copyOf(parts.values())));
    }
}
