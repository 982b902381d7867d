package pl.paragon.benchmarks.push;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import pl.paragon.benchmarks.stack.ServiceProcess;
import pl.paragon.running.service.Metrics;

/**
 * What a gateway takes, right after a garbage collection.
 *
 * @param heapBytes what lives on the Java heap
 * @param residentBytes of the process, with heap that was used once and may be used again
 * @param threads of the platform
 * @param listeners that it says it has
 */
record GatewayMemory(long heapBytes, long residentBytes, int threads, int listeners) {

    private static final Duration POLL = Duration.ofMillis(200);

    /** Waits until the gateway has this many listeners. */
    static GatewayMemory of(ServiceProcess gateway, int port, int listeners) throws IOException, InterruptedException {
        URI process = URI.create("http://127.0.0.1:" + port);
        Metrics metrics = Metrics.of(process);
        while ((int) metrics.sum("paragon_push_listeners") != listeners) {
            Thread.sleep(POLL);
            metrics = Metrics.of(process);
        }
        // Twice: what the first finds to be finalized, the second frees.
        collect(gateway);
        collect(gateway);
        metrics = Metrics.of(process);
        return new GatewayMemory(
                (long) metrics.sum("jvm_memory_used_bytes", "area=\"heap\""),
                gateway.residentBytes(),
                (int) metrics.sum("jvm_threads_live_threads"),
                listeners);
    }

    private static void collect(ServiceProcess gateway) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process collecting = new ProcessBuilder(jcmd, String.valueOf(gateway.pid()), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (collecting.waitFor() != 0) {
            throw new IOException("jcmd cannot collect the gateway's garbage");
        }
    }
}
