package pl.paragon.api.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pl.paragon.api.Golden;
import pl.paragon.api.Samples;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.error.JobError;
import pl.paragon.contracts.event.JobEvent;
import pl.paragon.contracts.event.StageFailed;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;
import pl.paragon.contracts.job.Step;
import pl.paragon.contracts.json.Json;

class FactTest {

    private static final JobId JOB = JobId.of("00000000-0000-4000-8000-000000000001");

    static Stream<JobEvent> events() {
        return Stream.of(
                Samples.submitted(JOB),
                Samples.step(JOB, Step.OCR_QUALITY_CHECK),
                Samples.retry(JOB),
                Samples.analyzed(JOB),
                Samples.cancel(JOB),
                Samples.saved(JOB),
                Samples.failed(JOB),
                Samples.cancelled(JOB));
    }

    @ParameterizedTest
    @MethodSource("events")
    void shouldSurviveItsWayThroughTheStore(JobEvent event) {
        Fact fact = Fact.of(event).orElseThrow();

        assertThat(Json.read(Json.write(fact), Fact.class)).isEqualTo(fact);
    }

    @Test
    void shouldBeStoredAsItAlwaysWas() {
        // A gateway reads what the one before it stored.
        Golden.assertGolden(
                "facts.json",
                events().map(event -> Fact.of(event).orElseThrow()).toList());
    }

    @Test
    void shouldHaveANameThatTellsItFromTheOthersOfItsJob() {
        List<String> names =
                events().map(event -> Fact.of(event).orElseThrow().name()).toList();

        assertThat(names)
                .containsExactly(
                        "submitted",
                        "step:ocr:1:OCR_QUALITY_CHECK",
                        "retry:ocr:1",
                        "result",
                        "cancel",
                        "ended",
                        "ended",
                        "ended");
    }

    @Test
    void shouldNotTellAnEndThatTheArbiterDidNotConfirm() {
        JobError error = JobError.of(ErrorCode.NOT_A_RECEIPT);

        assertThat(Fact.of(new StageFailed(JOB, Samples.NOON, Stage.OCR, 1, error)))
                .isEmpty();
    }
}
