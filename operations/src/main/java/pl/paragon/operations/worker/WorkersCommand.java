package pl.paragon.operations.worker;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import pl.paragon.operations.broker.Broker;
import pl.paragon.operations.broker.KafkaClient;
import pl.paragon.operations.installation.Installation;
import pl.paragon.operations.installation.KafkaOption;

/** {@code workers}. */
@Command(
        name = "workers",
        description = {
            "Show the live workers: stage, host, state, jobs in hand, what each has done since it started, memory, version.",
            "Exit code 0 if Kafka answers, 2 if it does not."
        })
public final class WorkersCommand implements Callable<Integer> {

    private static final int NO_KAFKA = 2;

    private final Installation installation;
    private final Clock clock;

    @Spec
    private CommandSpec spec;

    @Mixin
    private KafkaOption kafka;

    @Option(names = "--json", description = "print one line of JSON per worker")
    private boolean json;

    public WorkersCommand(Installation installation, Clock clock) {
        this.installation = installation;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Optional<KafkaClient> client = kafka.in(installation);
        if (client.isEmpty()) {
            complain(installation.howToStart());
            return NO_KAFKA;
        }
        try (Heartbeats heartbeats = new Heartbeats(client.get(), clock)) {
            new WorkerPrinter(spec.commandLine().getOut(), json).list(heartbeats.ofTheLiving());
            return 0;
        } catch (Broker.UnavailableException | IllegalArgumentException e) {
            complain(e.getMessage());
            return NO_KAFKA;
        }
    }

    private void complain(String text) {
        spec.commandLine().getErr().println(text);
    }
}
