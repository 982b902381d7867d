package pl.paragon.benchmarks.push;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import pl.paragon.benchmarks.stack.ServiceProcess;

/**
 * What a gateway takes, right after a garbage collection.
 *
 * @param heapBytes what lives on the Java heap
 * @param residentBytes of the process, with heap that was used once and may be used again
 * @param threads of the platform
 * @param listeners that it says it has
 */
record GatewayMemory(long heapBytes, long residentBytes, int threads, int listeners) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration POLL = Duration.ofMillis(200);

    /** Waits until the gateway has this many listeners. */
    static GatewayMemory of(ServiceProcess gateway, int port, int listeners) throws IOException, InterruptedException {
        String metrics = metrics(port);
        while ((int) sum(metrics, "paragon_push_listeners", "") != listeners) {
            Thread.sleep(POLL);
            metrics = metrics(port);
        }
        // Twice: what the first finds to be finalized, the second frees.
        collect(gateway);
        collect(gateway);
        metrics = metrics(port);
        return new GatewayMemory(
                (long) sum(metrics, "jvm_memory_used_bytes", "area=\"heap\""),
                gateway.residentBytes(),
                (int) sum(metrics, "jvm_threads_live_threads", ""),
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

    private static String metrics(int port) throws IOException, InterruptedException {
        URI metrics = URI.create("http://127.0.0.1:" + port + "/q/metrics");
        return HTTP.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
                .body();
    }

    static double sum(String metrics, String name, String label) {
        return metrics.lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .filter(line -> line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
