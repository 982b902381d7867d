package pl.paragon.runtime.trace;

import static io.opentelemetry.sdk.testing.assertj.OpenTelemetryAssertions.assertThat;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;

class JobSpanTest {

    @RegisterExtension
    static final OpenTelemetryExtension TRACES = OpenTelemetryExtension.create();

    private final JobId job = JobId.random();
    private final RecordHeaders headers = new RecordHeaders();

    @AfterEach
    void forgetFields() {
        MDC.clear();
    }

    @Test
    void shouldContinueATraceAcrossARecord() {
        // when
        try (JobSpan upload = JobSpan.ofRequest("upload", job)) {
            RecordTrace.write(headers);
        }
        JobSpan.ofStage(Stage.OCR, job, headers).close();

        // then
        SpanData upload = span("upload");
        SpanData ocr = span("ocr");
        assertThat(upload).hasNoParent().hasKind(SpanKind.SERVER).hasAttribute(JobSpan.JOB, job.toString());
        assertThat(ocr)
                .hasParent(upload)
                .hasTraceId(upload.getTraceId())
                .hasKind(SpanKind.CONSUMER)
                .hasAttribute(JobSpan.JOB, job.toString());
    }

    @Test
    void shouldBeginATraceOfItsOwnWithARecordThatHasNone() {
        // given
        headers.add("traceparent", "no trace".getBytes());

        // when
        JobSpan.ofRecord("stage-failed", job, headers).close();

        // then
        assertThat(span("stage-failed")).hasNoParent();
    }

    @Test
    void shouldReplaceTheTraceOfAnEarlierRecordInItsHeaders() {
        // when
        for (String name : new String[] {"first", "second"}) {
            try (JobSpan span = JobSpan.ofRequest(name, job)) {
                RecordTrace.write(headers);
            }
        }

        // then
        assertThat(headers.toArray()).hasSize(1);
        assertThat(new String(headers.lastHeader("traceparent").value()))
                .contains(span("second").getSpanId());
    }

    @Test
    void shouldNotBeginATraceWithAPart() {
        // when
        JobSpan.part("decode").close();

        // then
        assertThat(TRACES.getSpans()).isEmpty();
    }

    @Test
    void shouldSayThatAPartFailed() {
        // when
        try (JobSpan upload = JobSpan.ofRequest("upload", job);
                JobSpan part = JobSpan.part("attempt").with("paragon.attempt", 2)) {
            part.failed("OCR_TIMEOUT");
        }

        // then
        assertThat(span("attempt"))
                .hasParent(span("upload"))
                .hasStatusSatisfying(status -> status.hasCode(StatusCode.ERROR).hasDescription("OCR_TIMEOUT"));
    }

    @Test
    void shouldPutTheJobIntoTheLogLinesOfItsThreadAndTakeItOutAgain() {
        // given
        Map<String, Object> inside = new HashMap<>();

        // when
        try (JobSpan span = JobSpan.ofStage(Stage.OCR, job, headers)) {
            inside.putAll(MDC.getMap());
        }

        // then
        assertThat(inside)
                .containsOnly(
                        Map.entry("jobId", job.toString()),
                        Map.entry("stage", "ocr"),
                        Map.entry("traceId", span("ocr").getTraceId()));
        assertThat(MDC.getMap()).isEmpty();
    }

    @Test
    void shouldGiveBackWhatTheLogLinesSaidBefore() {
        // given
        try (JobSpan outer = JobSpan.ofRecord("outer", job, headers)) {
            Map<String, Object> before = new HashMap<>(MDC.getMap());

            // when
            JobSpan.ofStage(Stage.OCR, JobId.random(), headers).close();

            // then
            assertThat(MDC.getMap()).isEqualTo(before);
        }
    }

    @Test
    void shouldBeCarriedToAnotherThreadForOneTask() throws Exception {
        // given
        Map<String, Object> during = new HashMap<>();
        Map<String, Object> after = new HashMap<>();

        // when
        try (JobSpan ocr = JobSpan.ofStage(Stage.OCR, job, headers)) {
            Runnable task = JobSpan.carriedTo(() -> {
                during.putAll(MDC.getMap());
                JobSpan.part("decode").close();
            });
            Thread.ofPlatform()
                    .inheritInheritableThreadLocals(false)
                    .start(() -> {
                        task.run();
                        after.putAll(MDC.getMap());
                        JobSpan.part("later").close();
                    })
                    .join();
        }

        // then
        assertThat(during).containsEntry("jobId", job.toString()).containsEntry("stage", "ocr");
        assertThat(span("decode")).hasParent(span("ocr"));
        assertThat(after).isEmpty();
        assertThat(TRACES.getSpans()).extracting(SpanData::getName).doesNotContain("later");
    }

    private static SpanData span(String name) {
        return TRACES.getSpans().stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
