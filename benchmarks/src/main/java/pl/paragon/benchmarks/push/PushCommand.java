package pl.paragon.benchmarks.push;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import pl.paragon.benchmarks.report.Progress;
import pl.paragon.benchmarks.report.Provenance;
import pl.paragon.benchmarks.status.Projecting;
import pl.paragon.running.stack.Checkout;

/** How much memory idle listeners cost. */
@Command(
        name = "push",
        description = {
            "The built gateway's memory with idle listeners beside its memory with none, over streams of events and over",
            "WebSockets. Starts a Kafka, a Redis and a gateway of its own on free ports. Exit code 1 if a listener takes",
            "more than --most of the heap, or the gateway a thread for every hundred."
        })
public final class PushCommand implements Callable<Integer> {

    private static final double MIB = 1024 * 1024;
    private static final int LISTENERS_PER_THREAD = 100;

    @Option(
            names = "--listeners",
            paramLabel = "N",
            defaultValue = "10000",
            description = "that are open at a time (default: ${DEFAULT-VALUE})")
    private int count;

    @Option(
            names = "--most",
            paramLabel = "BYTES",
            defaultValue = "20480",
            description = "of the heap that a listener may take (default: ${DEFAULT-VALUE})")
    private int most;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (count < 1) {
            throw new ParameterException(spec.commandLine(), "--listeners must be at least 1");
        }
        long files = OpenFiles.most();
        long needed = (long) count + OpenFiles.BESIDE;
        if (files < needed) {
            throw new ParameterException(
                    spec.commandLine(),
                    "%d listeners need %d open files, here as in the gateway, but the limit is %d: ulimit -n %d"
                            .formatted(count, needed, files, needed));
        }
        Provenance.print(spec);
        Path directory = Checkout.ofThisProgram().directory().resolve("benchmarks/target/push");
        try (Projecting gateway = new Projecting(directory)) {
            gateway.start();
            warmUp(gateway);
            System.out.printf(
                    "%-28s%16s%16s%10s%22s%n",
                    "listeners", "heap, MiB", "resident, MiB", "threads", "heap each, bytes");
            boolean good = true;
            for (IdleListeners.Kind kind : IdleListeners.Kind.values()) {
                GatewayMemory before = GatewayMemory.of(gateway.gateway(), gateway.port(), 0);
                print("none", before, "");
                try (IdleListeners listeners = opened(kind, count, gateway)) {
                    GatewayMemory with = GatewayMemory.of(gateway.gateway(), gateway.port(), listeners.count());
                    long each = (with.heapBytes() - before.heapBytes()) / count;
                    print(count + " " + kind, with, String.valueOf(each));
                    good &= each <= most && with.threads() - before.threads() <= 1 + count / LISTENERS_PER_THREAD;
                }
            }
            return good ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }

    /** So that what the first listeners load, and caches, counts for none of them. */
    private void warmUp(Projecting gateway) throws IOException, InterruptedException {
        for (IdleListeners.Kind kind : IdleListeners.Kind.values()) {
            try (IdleListeners listeners = opened(kind, Math.min(count, 200), gateway)) {
                GatewayMemory.of(gateway.gateway(), gateway.port(), listeners.count());
            }
        }
    }

    private static IdleListeners opened(IdleListeners.Kind kind, int howMany, Projecting gateway) throws IOException {
        IdleListeners listeners = new IdleListeners();
        Progress progress = new Progress("opening " + kind, howMany);
        try {
            for (int i = 0; i < howMany; i++) {
                listeners.open(kind, gateway.port());
                progress.step();
            }
            return listeners;
        } catch (IOException e) {
            listeners.close();
            throw e;
        }
    }

    private static void print(String what, GatewayMemory memory, String each) {
        System.out.printf(
                Locale.ROOT,
                "%-28s%16.1f%16.1f%10d%22s%n",
                what,
                memory.heapBytes() / MIB,
                memory.residentBytes() / MIB,
                memory.threads(),
                each);
    }
}
