package pl.paragon.contracts.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;

class UndecodableRecordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "no JSON at all",
                "{}",
                "{\"type\":\"nobody-knows\"}",
                "{\"type\":\"step-started\",\"job_id\":\"not a uuid\",\"occurred_at\":\"2026-03-14T12:00:00Z\",\"step\":\"OCR\",\"attempt\":1}",
                "{\"type\":\"step-started\",\"job_id\":\"0b8c2c6e-6f1d-4c57-9a2b-3d1f8f4f7a10\",\"occurred_at\":\"2026-03-14T12:00:00Z\",\"step\":\"OCR\",\"attempt\":0}",
                "{\"type\":\"step-started\",\"job_id\":\"0b8c2c6e-6f1d-4c57-9a2b-3d1f8f4f7a10\",\"occurred_at\":\"2026-03-14T12:00:00Z\",\"attempt\":1}"
            })
    void shouldBeRefusedWithAReason(String record) {
        assertThatThrownBy(() -> Json.readEvent(Topic.STEP_STARTED, StepStarted.class, record.getBytes(UTF_8)))
                .isInstanceOf(UndecodableException.class)
                .message()
                .isNotBlank();
    }

    @Test
    void shouldRefuseAnEmptyRecord() {
        assertThatThrownBy(() -> Json.readEvent(Topic.STEP_STARTED, StepStarted.class, null))
                .isInstanceOf(UndecodableException.class);
    }

    @Test
    void shouldRefuseAFactThatBelongsToAnotherTopic() {
        // given
        byte[] cancel = Json.write(new CancelRequested(Facts.JOB, Facts.NOON, "somebody"));

        // when / then
        assertThatThrownBy(() -> Json.readEvent(Topic.JOB_ENDED, JobEnded.class, cancel))
                .isInstanceOf(UndecodableException.class)
                .hasMessageContaining("job-ended holds JobEnded");
    }

    @Test
    void shouldPassOverWhatANewerWriterAdded() {
        // given
        String newer =
                "{\"type\":\"cancel-requested\",\"job_id\":\"%s\",\"occurred_at\":\"2026-03-14T12:00:00Z\",\"requested_by\":\"a\",\"reason\":\"new\"}"
                        .formatted(Facts.JOB);

        // when
        CancelRequested read = Json.readEvent(Topic.CANCEL_REQUESTED, CancelRequested.class, newer.getBytes(UTF_8));

        // then
        assertThat(read.requestedBy()).isEqualTo("a");
    }
}
