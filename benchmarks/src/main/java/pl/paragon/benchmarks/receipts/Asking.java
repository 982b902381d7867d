package pl.paragon.benchmarks.receipts;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Optional;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.saved.ReceiptPage;
import pl.paragon.contracts.saved.ReceiptQuery;

/** Asks the worker as the gateway does, one question after another, and takes the time. */
final class Asking {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MEDIAN = 0.5;
    private static final double SLOW = 0.99;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI worker;
    private final int times;

    /** @param times that each question is asked, after being asked a tenth as often to warm up */
    Asking(URI worker, int times) {
        this.worker = worker;
        this.times = times;
    }

    /** In milliseconds. */
    record Took(String name, double median, double slow) {}

    Took time(Question question) {
        long[] nanos = new long[times];
        for (int i = -times / 10; i < times; i++) {
            HttpRequest request = question.request().apply(worker);
            long began = System.nanoTime();
            send(request);
            if (i >= 0) {
                nanos[i] = System.nanoTime() - began;
            }
        }
        Arrays.sort(nanos);
        return new Took(question.name(), at(nanos, MEDIAN), at(nanos, SLOW));
    }

    private static double at(long[] sorted, double quantile) {
        return sorted[(int) Math.ceil(quantile * sorted.length) - 1] / NANOS_PER_MILLI;
    }

    /** The cursor behind a page. */
    Optional<String> next(ReceiptQuery query) {
        byte[] page = send(Question.query(worker, Json.write(query)));
        return Optional.ofNullable(Json.read(page, ReceiptPage.class).next());
    }

    /** The body of the answer. */
    byte[] send(HttpRequest request) {
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(
                        "%s %s was answered %d".formatted(request.method(), request.uri(), answer.statusCode()));
            }
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException("the worker does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
