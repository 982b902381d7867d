package pl.paragon.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.running.RunningParagon;
import pl.paragon.system.SpanCollector.Span;
import pl.paragon.testsupport.DrawnReceipts;

/** What a collector is told of a job by all the services that it passes. */
class TracedReceiptE2E {

    @TempDir
    private Path folder;

    private SpanCollector collector;
    private RunningParagon paragon;
    /** What Prometheus accepts. */
    private static final String PROMETHEUS =
            "application/openmetrics-text;version=1.0.0;q=0.5,text/plain;q=0.3,*/*;q=0.2";

    private ReceiptApi api;

    @BeforeEach
    void start() throws IOException {
        collector = SpanCollector.start();
        paragon = RunningParagon.in(
                        Path.of("target", "paragon-" + System.nanoTime()),
                        Map.of("PARAGON_TRACING_ENDPOINT", collector.endpoint()))
                .up();
        api = new ReceiptApi(paragon.client());
    }

    @AfterEach
    void stop() {
        paragon.close();
        collector.close();
    }

    @Test
    void shouldShowAReceiptFromItsUploadToItsSavingAndWhereAnotherFailed() throws IOException, InterruptedException {
        // when
        JsonNode saved =
                api.awaitEnd(api.process(DrawnReceipts.write(DrawnReceipts.picture(), folder.resolve("receipt.png"))));

        // then
        assertThat(saved.path("status").asText()).as(saved.toPrettyString()).isEqualTo("SUCCESS");
        List<Span> receipt = awaitTrace("persistence");
        assertThat(place(receipt, "upload")).isEqualTo("api-service: upload");
        assertThat(place(receipt, "witness"))
                .isEqualTo("api-service: upload > ocr-worker: ocr > ocr-worker: attempt > ocr-worker: witness");
        assertThat(receipt).extracting(Span::name).contains("decode", "detect", "read_full");
        assertThat(place(receipt, "prove"))
                .isEqualTo("api-service: upload > ocr-worker: ocr > analysis-worker: analysis"
                        + " > analysis-worker: attempt > analysis-worker: grammar > analysis-worker: prove");
        assertThat(place(receipt, "save"))
                .isEqualTo(
                        "api-service: upload > ocr-worker: ocr > analysis-worker: analysis"
                                + " > persistence-worker: persistence > persistence-worker: attempt > persistence-worker: save");

        // and then a dashboard leads from the time that an upload or a page took to this trace
        assertThat(buckets(paragon.ports().api(), "paragon_upload_seconds"))
                .anyMatch(bucket -> bucket.contains(receipt.getFirst().trace()));
        assertThat(buckets(paragon.ports().ocr(), "paragon_stage_attempt_seconds"))
                .anyMatch(bucket -> bucket.contains(receipt.getFirst().trace()));

        // when
        String job = api.process(DrawnReceipts.write(
                new BufferedImage(800, 1200, BufferedImage.TYPE_BYTE_GRAY), folder.resolve("black.png")));
        JsonNode failed = api.awaitEnd(job);

        // then
        assertThat(failed.path("status").asText()).as(failed.toPrettyString()).isEqualTo("FAILURE");
        List<Span> failure = awaitTrace("stage-failed");
        assertThat(failure)
                .extracting(Span::trace)
                .doesNotContain(receipt.getFirst().trace());
        assertThat(place(failure, "stage-failed"))
                .isEqualTo("api-service: upload > ocr-worker: ocr > persistence-worker: stage-failed");
        assertThat(paragon.command("logs", "ocr-worker").output())
                .contains(job + " " + failure.getFirst().trace());
    }

    /** The buckets of a histogram, as a service shows them to Prometheus. */
    private static Stream<String> buckets(int port, String histogram) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/metrics"))
                    .header("Accept", PROMETHEUS)
                    .build();
            return http.send(request, BodyHandlers.ofString())
                    .body()
                    .lines()
                    .filter(line -> line.startsWith(histogram + "_bucket"));
        }
    }

    /** The spans of the trace with a span of this name, once the parents of all have come. */
    private List<Span> awaitTrace(String name) {
        return await().atMost(SharedParagon.PATIENCE).until(() -> trace(name), TracedReceiptE2E::isWhole);
    }

    private static boolean isWhole(List<Span> trace) {
        Set<String> ids = trace.stream().map(Span::id).collect(Collectors.toSet());
        return !trace.isEmpty()
                && trace.stream().allMatch(span -> span.parent().isEmpty() || ids.contains(span.parent()));
    }

    private List<Span> trace(String name) {
        List<Span> spans = collector.spans();
        return spans.stream()
                .filter(span -> spans.stream()
                        .anyMatch(
                                last -> last.name().equals(name) && last.trace().equals(span.trace())))
                .toList();
    }

    /** A span and those above it, from the first of its trace on. */
    private static String place(List<Span> trace, String name) {
        Span span = trace.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        return place(trace, span);
    }

    private static String place(List<Span> trace, Span span) {
        String here = span.service() + ": " + span.name();
        return trace.stream()
                .filter(candidate -> candidate.id().equals(span.parent()))
                .findFirst()
                .map(parent -> place(trace, parent) + " > " + here)
                .orElse(here);
    }
}
