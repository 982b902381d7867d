package pl.paragon.benchmarks.status;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.KafkaProducer;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import pl.paragon.benchmarks.report.Progress;
import pl.paragon.benchmarks.report.Provenance;
import pl.paragon.contracts.event.Event;
import pl.paragon.running.stack.Checkout;

/** How much of Redis's memory finished jobs take. */
@Command(
        name = "status",
        description = {
            "Bytes of Redis's memory per finished job, filled by the built gateway from the events of all services.",
            "Starts a Kafka, a Redis and a gateway of its own on free ports. Exit code 1 if a job takes more than --most."
        })
public final class StatusCommand implements Callable<Integer> {

    private static final double MIB = 1024 * 1024;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "200000",
            description = "finished jobs (default: ${DEFAULT-VALUE})")
    private int count;

    @Option(
            names = "--most",
            paramLabel = "BYTES",
            defaultValue = "1024",
            description = "that a job may take (default: ${DEFAULT-VALUE})")
    private int most;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "of the invented jobs (default: ${DEFAULT-VALUE})")
    private long seed;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (count < 1) {
            throw new ParameterException(spec.commandLine(), "--count must be at least 1");
        }
        Provenance.print(spec);
        Path directory = Checkout.ofThisProgram().directory().resolve("benchmarks/target/status");
        try (Projecting projecting = new Projecting(directory)) {
            projecting.start();
            RedisMemory empty = projecting.memory();
            long began = System.nanoTime();
            int events = publish(projecting);
            projecting.awaitProjection();
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            return report(empty, projecting.memory(), events, took);
        }
    }

    private int publish(Projecting projecting) {
        JobLife lives = new JobLife(seed);
        Progress progress = new Progress("publishing", count);
        int events = 0;
        try (KafkaProducer<String, byte[]> producer = projecting.producer()) {
            for (int i = 0; i < count; i++) {
                for (Event event : lives.next()) {
                    producer.send(Projecting.record(event));
                    events++;
                }
                progress.step();
            }
        }
        return events;
    }

    private int report(RedisMemory empty, RedisMemory full, int events, Duration took) {
        // All but the projection's positions and the one owner's latest changes; no other key is left once all is
        // projected.
        long jobs = full.keys() - 2;
        if (jobs != count) {
            System.out.println("%d jobs were published, but Redis has %d".formatted(count, jobs));
            return ExitCode.SOFTWARE;
        }
        double perJob = (double) (full.bytes() - empty.bytes()) / jobs;
        System.out.printf(
                Locale.ROOT,
                "%d finished jobs (%d events) take %.0f bytes each; Redis uses %.0f MiB in all%n",
                jobs,
                events,
                perJob,
                full.bytes() / MIB);
        System.out.printf(
                Locale.ROOT,
                "projected in %d s, %.0f events a second%n",
                took.toSeconds(),
                events / (took.toMillis() / 1000.0));
        return perJob <= most ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
