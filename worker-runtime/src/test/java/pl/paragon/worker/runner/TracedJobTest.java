package pl.paragon.worker.runner;

import static io.opentelemetry.sdk.testing.assertj.OpenTelemetryAssertions.assertThat;
import static pl.paragon.worker.runner.Submissions.recognized;
import static pl.paragon.worker.runner.Submissions.submitted;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.event.CancelRequested;
import pl.paragon.contracts.event.Event;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.job.Stage;
import pl.paragon.runtime.trace.JobSpan;
import pl.paragon.runtime.trace.RecordTrace;
import pl.paragon.worker.stage.StageException;

/** A job's trace through a stage, and what its log lines say. */
class TracedJobTest extends AroundAStageRunner {

    @RegisterExtension
    static final OpenTelemetryExtension TRACES = OpenTelemetryExtension.create();

    @AfterEach
    void forgetFields() {
        MDC.clear();
    }

    @Test
    void shouldContinueTheTraceOfTheRecordAndPassItOn() {
        // given
        ConsumerRecord<String, byte[]> upload = uploaded();

        // when
        runner((input, context) -> {
                    JobSpan.part("decode").close();
                    return recognized(input.jobId());
                })
                .take(upload);

        // then
        assertThat(span("ocr")).hasParent(span("upload"));
        assertThat(span("attempt")).hasParent(span("ocr"));
        assertThat(span("decode")).hasParent(span("attempt"));
        assertThat(parent(broker.traces.get(recognized(job))))
                .contains(span("ocr").getSpanId());
    }

    @Test
    void shouldContinueTheTraceWithARetry() {
        // given
        settings = settings.withRetryDelay(Duration.ofSeconds(60));
        runner((input, context) -> {
                    throw new StageException(ErrorCode.OCR_TIMEOUT);
                })
                .take(uploaded());
        Event retry = broker.published.getFirst();

        // when
        clock.advance(Duration.ofSeconds(60));
        runner((input, context) -> recognized(input.jobId())).retake(record(retry, broker.traces.get(retry)));

        // then
        List<SpanData> stages = spans("ocr");
        List<SpanData> attempts = spans("attempt");
        assertThat(stages.getFirst()).hasParent(span("upload"));
        assertThat(stages.getLast()).hasParent(stages.getFirst());
        assertThat(attempts.getFirst())
                .hasParent(stages.getFirst())
                .hasStatusSatisfying(status -> status.hasCode(StatusCode.ERROR).hasDescription("OCR_TIMEOUT"));
        assertThat(attempts.getLast()).hasParent(stages.getLast());
        assertThat(TRACES.getSpans())
                .extracting(SpanData::getTraceId)
                .containsOnly(span("upload").getTraceId());
        assertThat(parent(broker.traces.get(recognized(job))))
                .contains(stages.getLast().getSpanId());
    }

    @Test
    void shouldSayInTheLogWhichJobIsWorkedOnAndForgetIt() {
        // given
        Map<String, Object> during = new HashMap<>();

        // when
        runner((input, context) -> {
                    during.putAll(MDC.getMap());
                    return recognized(input.jobId());
                })
                .take(uploaded());

        // then
        assertThat(during)
                .containsOnly(
                        Map.entry("jobId", job.toString()),
                        Map.entry("stage", "ocr"),
                        Map.entry("traceId", span("upload").getTraceId()));
        assertThat(MDC.getMap()).isEmpty();
    }

    @Test
    void shouldForgetAJobThatFailedForADefect() {
        // given
        ledger.defect = new IllegalStateException("nobody expects this here");

        // when
        runner((input, context) -> recognized(input.jobId())).take(uploaded());

        // then
        assertThat(MDC.getMap()).isEmpty();
    }

    @Test
    void shouldContinueTheTraceWithWhatFollowsFromAFact() {
        // given
        Map<String, Object> during = new HashMap<>();
        CancelRequested cancel = new CancelRequested(job, Submissions.NOW, "anonymous");
        JobEnded ended = new JobEnded(job, Submissions.NOW, new JobEnded.Cancelled());
        var facts = new FactRunner<>(
                Stage.PERSISTENCE,
                Topic.CANCEL_REQUESTED,
                CancelRequested.class,
                fact -> {
                    during.putAll(MDC.getMap());
                    return ended;
                },
                settings,
                broker,
                condition,
                meters);

        // when
        facts.take(record(cancel, headersOf("cancel")));

        // then
        assertThat(span("cancel-requested")).hasParent(span("cancel"));
        assertThat(parent(broker.traces.get(ended)))
                .contains(span("cancel-requested").getSpanId());
        assertThat(during).containsEntry("jobId", job.toString()).doesNotContainKey("stage");
        assertThat(MDC.getMap()).isEmpty();
    }

    private ConsumerRecord<String, byte[]> uploaded() {
        return record(submitted(job), headersOf("upload"));
    }

    private Headers headersOf(String request) {
        Headers headers = new RecordHeaders();
        try (JobSpan span = JobSpan.ofRequest(request, job)) {
            RecordTrace.write(headers);
        }
        return headers;
    }

    private static ConsumerRecord<String, byte[]> record(Event event, Headers headers) {
        ConsumerRecord<String, byte[]> record = Submissions.record(event);
        headers.forEach(record.headers()::add);
        return record;
    }

    private static String parent(Headers headers) {
        return new String(headers.lastHeader("traceparent").value(), StandardCharsets.UTF_8);
    }

    private static SpanData span(String name) {
        return spans(name).getFirst();
    }

    private static List<SpanData> spans(String name) {
        return TRACES.getSpans().stream()
                .filter(span -> span.getName().equals(name))
                .toList();
    }
}
