package pl.paragon.benchmarks.receipts;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import pl.paragon.benchmarks.report.Sample;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.saved.ReceiptPage;
import pl.paragon.contracts.saved.ReceiptQuery;

/** Asks the worker as the gateway does, one question after another, and takes the time. */
final class Asking {

    private static final double MEDIAN = 0.5;
    private static final double SLOW = 0.99;
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;
    private static final int PATIENCE = 10;

    /** A question that takes long is asked less often: the answer to whether it does is known by then. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI worker;
    private final int times;

    /** @param times that each question is asked, after being asked a tenth as often to warm up */
    Asking(URI worker, int times) {
        this.worker = worker;
        this.times = times;
    }

    /**
     * In milliseconds.
     *
     * @param refused how often the database took longer than the worker lets it
     */
    record Took(Question question, double median, double slow, int refused) {}

    Took time(Question question) {
        long[] nanos = new long[times];
        int asked = 0;
        int refused = 0;
        long until = System.nanoTime() + LONG_ENOUGH.toNanos();
        for (int i = -(times + 9) / 10; i < times && (asked == 0 || System.nanoTime() < until); i++) {
            HttpRequest request = question.request().apply(worker);
            long began = System.nanoTime();
            int status = send(request).statusCode();
            if (i >= 0) {
                nanos[asked++] = System.nanoTime() - began;
                refused += status == UNAVAILABLE ? 1 : 0;
            }
        }
        Sample took = Sample.ofNanos(Arrays.copyOf(nanos, asked));
        return new Took(question, took.quantile(MEDIAN), took.quantile(SLOW), refused);
    }

    void ask(Question question) {
        send(question.request().apply(worker));
    }

    /** The cursor behind a page. */
    Optional<String> next(ReceiptQuery query) {
        byte[] page = body(Question.post(worker, "/internal/receipts/query", query));
        return Optional.ofNullable(Json.read(page, ReceiptPage.class).next());
    }

    /** What is asked to know what to ask; comes again if it took too long. */
    byte[] body(HttpRequest request) {
        HttpResponse<byte[]> answer = send(request);
        for (int again = 0; answer.statusCode() == UNAVAILABLE && again < PATIENCE; again++) {
            answer = send(request);
        }
        if (answer.statusCode() != OK) {
            throw new IllegalStateException(
                    "%s %s was answered %d".formatted(request.method(), request.uri(), answer.statusCode()));
        }
        return answer.body();
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != OK && answer.statusCode() != UNAVAILABLE) {
                throw new IllegalStateException(
                        "%s %s was answered %d".formatted(request.method(), request.uri(), answer.statusCode()));
            }
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException("the worker does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
