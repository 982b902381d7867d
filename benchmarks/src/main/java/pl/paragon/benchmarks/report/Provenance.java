package pl.paragon.benchmarks.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Model.CommandSpec;
import pl.paragon.running.stack.Checkout;

/**
 * The command, machine, time and commit behind a measurement: without them a number means nothing.
 *
 * @param commit with {@code +} if files differ from it
 */
public record Provenance(String command, String machine, String date, String commit) {

    public static Provenance of(List<String> arguments, Clock clock) {
        return new Provenance(
                "benchmarks/run " + String.join(" ", arguments),
                thisMachine(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                commitOf(Checkout.ofThisProgram()));
    }

    /** Of this run of a command, once it is printed where the command prints. */
    public static Provenance print(CommandSpec command) {
        Provenance provenance =
                of(command.commandLine().getParent().getParseResult().originalArgs(), Clock.systemUTC());
        provenance.lines().forEach(command.commandLine().getOut()::println);
        return provenance;
    }

    public List<String> lines() {
        return List.of("command  " + command, "machine  " + machine, "date     " + date, "commit   " + commit, "");
    }

    private static String thisMachine() {
        return "%s, %d processors, Java %s on %s"
                .formatted(
                        processor(),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version(),
                        System.getProperty("os.name") + " " + System.getProperty("os.version"));
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown processor");
        } catch (IOException e) {
            return "unknown processor";
        }
    }

    /** What is checked out, with {@code +} if files differ from it. */
    public static String commitOf(Checkout checkout) {
        return git(checkout, "rev-parse", "--short", "HEAD")
                .map(hash -> hash
                        + (git(checkout, "status", "--porcelain")
                                        .filter(String::isEmpty)
                                        .isPresent()
                                ? ""
                                : "+"))
                .orElse("unknown (no git)");
    }

    private static Optional<String> git(Checkout checkout, String... words) {
        String[] line = new String[words.length + 1];
        line[0] = "git";
        System.arraycopy(words, 0, line, 1, words.length);
        try {
            Process git = new ProcessBuilder(line)
                    .directory(checkout.directory().toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return git.waitFor(10, TimeUnit.SECONDS) && git.exitValue() == 0
                    ? Optional.of(said.strip())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
