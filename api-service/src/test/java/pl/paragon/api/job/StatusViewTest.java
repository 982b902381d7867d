package pl.paragon.api.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pl.paragon.api.Golden;
import pl.paragon.api.Samples;
import pl.paragon.api.http.Envelope;
import pl.paragon.api.status.Fact;
import pl.paragon.api.status.Job;
import pl.paragon.api.status.JobStatus;
import pl.paragon.contracts.event.JobEvent;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Step;
import pl.paragon.contracts.json.Json;

class StatusViewTest {

    private static final JobId JOB = JobId.of("00000000-0000-4000-8000-000000000001");
    private static final Instant NOW = Samples.NOON.plusSeconds(200);

    @Test
    void shouldAnswerPending() {
        Golden.assertGolden("status-pending.json", answer());
    }

    @Test
    void shouldAnswerStarted() {
        Golden.assertGolden("status-started.json", answer(Samples.analyzed(JOB)));
    }

    @Test
    void shouldAnswerProgress() {
        Golden.assertGolden("status-progress.json", answer(Samples.step(JOB, Step.OCR_QUALITY_CHECK)));
    }

    @Test
    void shouldAnswerRetry() {
        Golden.assertGolden("status-retry.json", answer(Samples.step(JOB, Step.OCR), Samples.retry(JOB)));
    }

    @Test
    void shouldAnswerSuccess() {
        Golden.assertGolden("status-success.json", answer(Samples.analyzed(JOB), Samples.saved(JOB)));
    }

    @Test
    void shouldAnswerFailure() {
        Golden.assertGolden("status-failure.json", answer(Samples.failed(JOB)));
    }

    @Test
    void shouldAnswerRevoked() {
        Golden.assertGolden("status-revoked.json", answer(Samples.cancel(JOB), Samples.cancelled(JOB)));
    }

    @Test
    void shouldShowThatACancelIsOnItsWay() {
        assertThat(Json.writeText(answer(Samples.cancel(JOB)))).contains("\"cancel_requested\":true");
        assertThat(Json.writeText(answer(Samples.cancel(JOB), Samples.failed(JOB))))
                .doesNotContain("cancel_requested");
    }

    @Test
    void shouldKeepBothDecimalsOfMoney() {
        assertThat(Json.writeText(answer(Samples.analyzed(JOB), Samples.saved(JOB))))
                .contains("\"total_amount\":15.50")
                .contains("\"discount\":0.00");
    }

    private static Envelope<StatusView> answer(JobEvent... events) {
        List<Fact> facts = new ArrayList<>(List.of(new Fact.Submitted(Samples.submission(JOB))));
        for (JobEvent event : events) {
            facts.add(Fact.of(event).orElseThrow());
        }
        boolean cancelling = facts.stream().anyMatch(Fact.CancelAsked.class::isInstance);
        Job job = new Job(JOB, Samples.submission(JOB), JobStatus.fold(facts), cancelling);
        return new Envelope<>(
                200,
                "Task status retrieved successfully",
                StatusView.of(job, (id, document) -> Samples.document(), NOW));
    }
}
