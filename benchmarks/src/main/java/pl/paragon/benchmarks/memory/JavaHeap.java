package pl.paragon.benchmarks.memory;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import pl.paragon.running.RunningParagon;
import pl.paragon.running.service.Service;

/**
 * The Java heap of a service, by its own metrics.
 *
 * @param committedBytes what the heap has of the process's memory, used or not
 */
record JavaHeap(long committedBytes) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static JavaHeap of(RunningParagon stack, String module) throws IOException, InterruptedException {
        Service service = Arrays.stream(Service.values())
                .filter(each -> each.module().equals(module))
                .findFirst()
                .orElseThrow();
        URI metrics = URI.create("http://127.0.0.1:" + service.port(stack.ports()) + "/q/metrics");
        return in(HTTP.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
                .body());
    }

    static JavaHeap in(String metrics) throws IOException {
        double bytes = metrics.lines()
                .filter(line -> line.startsWith("jvm_memory_committed_bytes{") && line.contains("area=\"heap\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
        if (bytes == 0) {
            throw new IOException("The metrics do not tell the size of the heap");
        }
        return new JavaHeap((long) bytes);
    }
}
