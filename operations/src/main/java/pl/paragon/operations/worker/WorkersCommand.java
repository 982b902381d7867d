package pl.paragon.operations.worker;

import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
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
        return kafka.with(
                installation, spec.commandLine().getErr(), client -> new Heartbeats(client, clock), heartbeats -> {
                    new WorkerPrinter(spec.commandLine().getOut(), json).list(heartbeats.ofTheLiving());
                    return 0;
                });
    }
}
