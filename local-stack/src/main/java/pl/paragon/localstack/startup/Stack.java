package pl.paragon.localstack.startup;

import java.util.List;
import java.util.Optional;
import pl.paragon.running.stack.PartState;
import pl.paragon.running.stack.ProcessRecord;
import pl.paragon.running.stack.StackHome;
import pl.paragon.running.stack.StackLock;
import pl.paragon.running.stack.StackState;
import pl.paragon.running.stack.StateFile;
import pl.paragon.servers.process.Signal;

/** The stack as seen from outside its supervisor. */
final class Stack {

    private final StackHome home;
    private final StateFile file;

    Stack(StackHome home) {
        this.home = home;
        this.file = new StateFile(home);
    }

    StackHome home() {
        return home;
    }

    /** Whether a supervisor is alive; its stack may still be starting or stopping. */
    boolean isSupervised() {
        return StackLock.isTaken(home);
    }

    /** What the latest supervisor wrote last. */
    Optional<StackState> lastState() {
        return file.read();
    }

    /** The state of the running stack; empty if none runs, or its supervisor has only just started. */
    Optional<StackState> state() {
        return isSupervised() ? file.read().filter(s -> s.supervisor().find().isPresent()) : Optional.empty();
    }

    /** The supervisor's process; empty if there is none, or it has only just started. */
    Optional<ProcessHandle> supervisor() {
        return file.read().map(StackState::supervisor).flatMap(ProcessRecord::find);
    }

    /** Asks the supervisor to stop everything. */
    void askToStop() {
        signalSupervisor(Signal.TERM);
    }

    /** Kills the supervisor; the kernel ends its children with it. */
    void killSupervisor() {
        signalSupervisor(Signal.KILL);
    }

    /** Parts that still run although their supervisor is gone; services first. */
    List<PartState> leftovers() {
        if (isSupervised()) {
            return List.of();
        }
        List<PartState> parts = file.read().map(StackState::parts).orElse(List.of());
        return parts.reversed().stream()
                .filter(p -> p.process().flatMap(ProcessRecord::find).isPresent())
                .toList();
    }

    private void signalSupervisor(Signal signal) {
        supervisor().ifPresent(signal::send);
    }
}
