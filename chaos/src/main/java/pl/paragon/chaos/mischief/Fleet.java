package pl.paragon.chaos.mischief;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import pl.paragon.running.Replica;
import pl.paragon.running.RunningParagon;
import pl.paragon.running.service.Service;
import pl.paragon.running.stack.Condition;
import pl.paragon.running.stack.PartState;
import pl.paragon.servers.process.ProcessFailedException;
import pl.paragon.servers.process.Signal;

/**
 * All instances of the services: the stack's own, which its supervisor restarts, and the replicas beside them, which
 * are replaced here. Writes down each death that was meant, so that one that was not is noticed. Thread-safe.
 */
public final class Fleet {

    private final RunningParagon paragon;
    private final Clock clock;
    private final List<Replica> replicas = new CopyOnWriteArrayList<>();
    private final List<Death> deaths = new CopyOnWriteArrayList<>();
    private final AtomicInteger starting = new AtomicInteger();
    private final List<String> failedStarts = new CopyOnWriteArrayList<>();

    public Fleet(RunningParagon paragon, Clock clock) {
        this.paragon = paragon;
        this.clock = clock;
    }

    /**
     * Starts so many further instances of each service and returns when they are ready. One after another: all at the
     * same time, a machine with few processors needs longer than an instance may take.
     */
    public void addOfEach(int count) {
        for (int i = 0; i < count; i++) {
            for (Service service : Service.values()) {
                add(service).orElseThrow(() -> new ProcessFailedException(failedStarts.getLast()));
            }
        }
    }

    /** Starts one more instance and returns when it is ready; empty if it ended before. */
    public Optional<Replica> add(Service service) {
        starting.incrementAndGet();
        try {
            Replica replica = paragon.start(service);
            replicas.add(replica);
            return Optional.of(replica);
        } catch (ProcessFailedException e) {
            failedStarts.add(e.getMessage());
            return Optional.empty();
        } finally {
            starting.decrementAndGet();
        }
    }

    /**
     * Whether as many instances are being started as the machine has processors: if more were ended, it would do
     * nothing but start them, and nobody would be at work to be disturbed.
     */
    boolean hasEnoughToStart() {
        long own =
                Stream.of(Service.values()).filter(service -> !isReady(service)).count();
        return starting.get() + own >= Runtime.getRuntime().availableProcessors();
    }

    private boolean isReady(Service service) {
        return paragon.state().parts().stream()
                .anyMatch(part -> part.name().equals(service.module()) && part.condition() == Condition.READY);
    }

    /** A replica of a service that runs, if there is one; from now on it is the caller's to end. */
    Optional<Replica> claim(Service service) {
        return replicas.stream()
                .filter(replica -> replica.service() == service && replica.isAlive())
                .filter(this::claim)
                .findFirst();
    }

    /** As {@link #claim(Service)}; false if somebody else ends it. */
    boolean claim(Replica replica) {
        return replicas.remove(replica);
    }

    /** Ends a replica that was claimed, and returns when it is gone. */
    void end(Replica replica, Signal signal) {
        Instant at = clock.instant();
        int exitCode = signal == Signal.TERM ? replica.stop() : replica.kill(signal);
        String log = replica.log().getFileName().toString();
        deaths.add(new Death(
                replica.service(),
                log.substring(0, log.indexOf('.')),
                signal,
                at,
                Duration.between(at, clock.instant()),
                OptionalInt.of(exitCode)));
    }

    /** Ends the stack's own instance, and returns when it is gone; false if it does not run now. */
    boolean endOwn(Service service, Signal signal) {
        Optional<ProcessHandle> process = paragon.process(service.module());
        process.ifPresent(running -> {
            Instant at = clock.instant();
            signal.send(running);
            running.onExit().join();
            Duration took = Duration.between(at, clock.instant());
            deaths.add(new Death(service, service.module(), signal, at, took, OptionalInt.empty()));
        });
        return process.isPresent();
    }

    /** Where the gateways are; one that is being restarted is among them. */
    public List<URI> gateways() {
        return Stream.concat(
                        Stream.of(paragon.url()),
                        replicas.stream()
                                .filter(replica -> replica.service() == Service.API && replica.isAlive())
                                .map(Replica::url))
                .toList();
    }

    /** Those that were ended on purpose. */
    public List<Death> deaths() {
        return List.copyOf(deaths);
    }

    /** Services that ended, or had to be restarted, although nobody meant them to. */
    public List<String> unexplained() {
        List<String> unexplained = new ArrayList<>(failedStarts);
        replicas.stream()
                .filter(replica -> !replica.isAlive())
                .forEach(replica -> unexplained.add("%s ended by itself with exit code %d"
                        .formatted(
                                replica.log().getFileName(), replica.exitCode().getAsInt())));
        Map<Service, Long> meant = new EnumMap<>(Service.class);
        deaths.stream()
                .filter(death -> death.name().equals(death.service().module()))
                .forEach(death -> meant.merge(death.service(), 1L, Long::sum));
        for (Service service : Service.values()) {
            int restarts = paragon.state().parts().stream()
                    .filter(part -> part.name().equals(service.module()))
                    .mapToInt(PartState::restarts)
                    .sum();
            long ended = meant.getOrDefault(service, 0L);
            if (restarts > ended) {
                unexplained.add("%s was restarted %d times, but ended on purpose %d times"
                        .formatted(service.module(), restarts, ended));
            }
        }
        return unexplained;
    }
}
