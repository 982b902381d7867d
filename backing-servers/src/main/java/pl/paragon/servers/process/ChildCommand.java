package pl.paragon.servers.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What to run, and how it starts and stops.
 *
 * @param name for people, e.g. {@code "kafka"}
 * @param wrapper the prefix of the command, e.g. {@code unshare -U}; may be empty
 * @param arguments the command and its arguments
 * @param environment added to the environment of this JVM
 * @param directory where it runs
 * @param stopSignal asks it to end; the kernel sends it, too, if this JVM is killed
 * @param readyLine recognises the line by which it announces that it is ready; empty if its readiness shows otherwise
 */
public record ChildCommand(
        String name,
        List<String> wrapper,
        List<String> arguments,
        Map<String, String> environment,
        Path directory,
        Signal stopSignal,
        Optional<Predicate<String>> readyLine) {

    public ChildCommand {
        wrapper = List.copyOf(wrapper);
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /** A command that ends on SIGTERM and does not announce that it is ready. */
    public static ChildCommand of(String name, Path directory, List<String> arguments) {
        return new ChildCommand(name, List.of(), arguments, Map.of(), directory, Signal.TERM, Optional.empty());
    }

    public ChildCommand wrappedBy(List<String> outer) {
        return new ChildCommand(name, outer, arguments, environment, directory, stopSignal, readyLine);
    }

    public ChildCommand with(Map<String, String> variables) {
        return new ChildCommand(name, wrapper, arguments, variables, directory, stopSignal, readyLine);
    }

    public ChildCommand stoppedBy(Signal signal) {
        return new ChildCommand(name, wrapper, arguments, environment, directory, signal, readyLine);
    }

    public ChildCommand readyWhen(Predicate<String> line) {
        return new ChildCommand(name, wrapper, arguments, environment, directory, stopSignal, Optional.of(line));
    }
}
