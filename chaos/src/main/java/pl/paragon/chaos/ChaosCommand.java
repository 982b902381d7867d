package pl.paragon.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import pl.paragon.chaos.report.JobLogs;
import pl.paragon.chaos.report.Report;
import pl.paragon.running.stack.StackHome;
import pl.paragon.servers.Directories;

/** The command line behind {@code ./paragon chaos}. */
@Command(
        name = "./paragon chaos",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Shows that every accepted job ends in exactly one way, whatever happens meanwhile.",
            "",
            "Starts a Paragon of its own on free ports, sends it files at a steady pace, cancels a fifth of the jobs,"
                    + " and meanwhile kills, stops and adds services, kills Kafka, Redis and PostgreSQL, empties and"
                    + " fills Redis, and publishes earlier records again. Then it waits until nothing moves and audits"
                    + " every job. The same seed, jobs, minutes and replicas give the same files and the same mischief."
                    + " What is audited: docs/reliability.md",
            "",
            "Exit code 0 if every rule holds, 1 if one does not (with each job, what was found where, and its lines in"
                    + " the logs), 2 if it was asked wrongly.",
            ""
        })
public final class ChaosCommand implements Callable<Integer> {

    @Option(
            names = "--jobs",
            paramLabel = "N",
            defaultValue = "100",
            description = "files that are sent (default: ${DEFAULT-VALUE})")
    private int jobs;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "of the files, the cancels and the mischief (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--minutes",
            paramLabel = "M",
            description = "how long files are sent and mischief is done; default: a file each second, and at least 2")
    private Double minutes;

    @Option(
            names = "--replicas",
            paramLabel = "R",
            defaultValue = "2",
            description = "instances of each service (default: ${DEFAULT-VALUE})")
    private int replicas;

    @Option(
            names = "--without",
            paramLabel = "PROTECTION",
            description = "switch this off, to see the audit fail: ${COMPLETION-CANDIDATES}")
    private Protection without;

    @Option(names = "--keep", description = "keep the stack's folder (logs, files, data) even if every rule holds")
    private boolean keep;

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        CommandLine commandLine = new CommandLine(new ChaosCommand()).setCaseInsensitiveEnumValuesAllowed(true);
        System.exit(commandLine.execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("paragon-chaos-");
        System.out.println("The stack's folder is " + home);
        Report report = new Chaos(plan(), home, System.out::println, Clock.systemUTC()).run();
        System.out.println();
        report.figures().forEach(System.out::println);
        System.out.println();
        report.audit(new JobLogs(new StackHome(home).logs())).forEach(System.out::println);
        if (report.isClean() && !keep) {
            Directories.delete(home);
        } else {
            System.out.println("Logs, files and data: " + home);
        }
        return report.isClean() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private ChaosPlan plan() {
        Duration time = minutes == null
                ? Duration.ofSeconds(Math.max(120, jobs))
                : Duration.ofMillis(Math.round(minutes * 60_000));
        try {
            return new ChaosPlan(jobs, seed, time, replicas, Optional.ofNullable(without));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }
}
