package pl.paragon.localstack.startup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pl.paragon.localstack.Paragon;
import pl.paragon.localstack.watching.Watch;
import pl.paragon.running.service.Ports;

/**
 * The command line of the supervisor: a small JVM with this program's own classpath, in a session of its own, out of
 * reach of the terminal's Ctrl-C and hang-up.
 */
final class SupervisorCommand {

    private SupervisorCommand() {}

    static List<String> of(Ports ports, Optional<Watch> watch, boolean training) {
        List<String> command = new ArrayList<>(List.of(
                "setsid",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx48m",
                "-Xss256k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Paragon.class.getName(),
                "supervise",
                "--training",
                Boolean.toString(training)));
        ports.byOption().forEach((option, port) -> command.addAll(List.of("--" + option, Integer.toString(port))));
        watch.ifPresent(prometheus -> command.addAll(prometheus.options()));
        return command;
    }
}
