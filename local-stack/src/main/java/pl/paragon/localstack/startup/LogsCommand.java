package pl.paragon.localstack.startup;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pl.paragon.localstack.watching.Watch;
import pl.paragon.running.service.Service;
import pl.paragon.running.stack.Checkout;
import pl.paragon.running.stack.StackHome;

/** The last lines of the logs. */
@Command(name = "logs", description = "Show the last lines of all logs, or of one.")
public final class LogsCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "SERVICE",
            description =
                    "kafka, redis, postgres, api-service, ocr-worker, analysis-worker, persistence-worker, prometheus or"
                            + " supervisor; the first letters are enough")
    private String part;

    @Option(
            names = {"-f", "--follow"},
            description = "follow new lines until Ctrl-C")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            defaultValue = "100",
            description = "how many lines of each log (default: ${DEFAULT-VALUE})")
    private int lines;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        StackHome home = Checkout.ofThisProgram().home();
        List<String> chosen = part == null ? all() : List.of(complete(part));
        List<LogTail> tails = chosen.stream()
                .map(name -> new LogTail(home.log(name), chosen.size() == 1 ? "" : "%-18s | ".formatted(name)))
                .toList();
        tails.forEach(tail -> tail.last(lines).forEach(System.out::println));
        while (follow) {
            tails.forEach(tail -> tail.next().forEach(System.out::println));
            System.out.flush();
            pause();
        }
        return 0;
    }

    private String complete(String beginning) {
        List<String> matches =
                all().stream().filter(n -> n.startsWith(beginning)).toList();
        if (matches.size() != 1) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "No part is named " + beginning + ". There are: " + String.join(", ", all()));
        }
        return matches.getFirst();
    }

    private static List<String> all() {
        return Stream.of(
                        Stream.of("kafka", "redis", "postgres"),
                        Arrays.stream(Service.values()).map(Service::module),
                        Stream.of(Watch.PART, "supervisor"))
                .flatMap(s -> s)
                .toList();
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
