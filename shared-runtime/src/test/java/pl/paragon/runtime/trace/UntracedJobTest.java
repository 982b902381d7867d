package pl.paragon.runtime.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;

/** A service that records nothing. */
class UntracedJobTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

    private final JobId job = JobId.random();

    @Test
    void shouldAddNothingToRecords() {
        // given
        RecordHeaders headers = new RecordHeaders();

        // when
        try (JobSpan upload = JobSpan.ofRequest("upload", job)) {
            assertThat(MDC.getMap()).containsExactly(Map.entry("jobId", job.toString()));
            RecordTrace.write(headers);
        }

        // then
        assertThat(headers.toArray()).isEmpty();
    }

    @Test
    void shouldPassOnTheTraceOfAServiceThatRecordsIt() {
        // given
        RecordHeaders before = new RecordHeaders();
        before.add("traceparent", PARENT.getBytes(StandardCharsets.UTF_8));
        RecordHeaders after = new RecordHeaders();

        // when
        try (JobSpan ocr = JobSpan.ofStage(Stage.OCR, job, before);
                JobSpan part = JobSpan.part("attempt")) {
            assertThat(MDC.get("traceId")).isEqualTo(TRACE);
            RecordTrace.write(after);
        }

        // then
        assertThat(after.lastHeader("traceparent").value())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(PARENT);
    }
}
