package pl.paragon.servers.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What to run, and what is known about it.
 *
 * @param name for people, e.g. {@code "kafka"}
 * @param wrapper what is to run the command, e.g. {@code unshare -U}; empty for nothing
 * @param arguments the command and its arguments
 * @param environment added to the environment of this JVM
 * @param directory where it runs
 * @param stopSignal how it is asked to end, also when this JVM dies without a word
 * @param readyLine recognises the line with which it says that it is ready; empty where it is ready (or known to be) some other way
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

    /** A command that ends on TERM and tells nothing about its readiness. */
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
