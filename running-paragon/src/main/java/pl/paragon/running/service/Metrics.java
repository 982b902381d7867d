package pl.paragon.running.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** What Prometheus would see of one process at one moment. */
public record Metrics(String text) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Asks a process. */
    public static Metrics of(URI process) {
        HttpRequest request =
                HttpRequest.newBuilder(process.resolve("/q/metrics")).build();
        try {
            return new Metrics(
                    HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** The sum of all series of this name. */
    public double sum(String name) {
        return sum(name, "");
    }

    /** The sum of all series of this name whose labels hold {@code label}, e.g. {@code stage="ocr"}. */
    public double sum(String name, String label) {
        return text.lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .filter(line -> line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
