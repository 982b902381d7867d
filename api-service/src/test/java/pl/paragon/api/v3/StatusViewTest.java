package pl.paragon.api.v3;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pl.paragon.api.Golden;
import pl.paragon.api.Samples;
import pl.paragon.api.forecast.Forecast;
import pl.paragon.api.health.Hold;
import pl.paragon.api.http.Envelope;
import pl.paragon.api.status.Fact;
import pl.paragon.api.status.Job;
import pl.paragon.api.status.JobStatus;
import pl.paragon.api.v3.result.ResultView;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.error.JobError;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.event.JobEvent;
import pl.paragon.contracts.event.RetryScheduled;
import pl.paragon.contracts.event.StagePaused;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;
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
    void shouldNotShowAnExceptionsText() {
        // given a stage that puts what it caught into its error, for want of a better place
        JobError careless = JobError.of(
                ErrorCode.DATABASE_ERROR,
                Map.of(
                        "cause", "ERROR: duplicate key … insert into receipt (id, …) values (…)",
                        "exception", "java.nio.file.AccessDeniedException: /var/lib/paragon/files/jobs/00",
                        "limit", "PT2M"));

        // when
        String failure = Json.writeText(answer(
                new JobEnded(JOB, Samples.NOON.plusSeconds(12), new JobEnded.Failed(Stage.PERSISTENCE, 4, careless))));
        String retry = Json.writeText(answer(new RetryScheduled(
                JOB,
                Samples.NOON,
                Stage.PERSISTENCE,
                1,
                4,
                Samples.NOON.plusSeconds(60),
                careless,
                Samples.submitted(JOB),
                Duration.ofSeconds(3))));

        // then
        assertThat(List.of(failure, retry)).allSatisfy(body -> assertThat(body)
                .contains("\"details\":{\"limit\":\"PT2M\"}")
                .doesNotContain("insert into")
                .doesNotContain("/var/lib"));
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
    void shouldSayWhatTheStageThatAJobIsInOrHasYetToPassWaitsFor() {
        // given
        Map<Stage, Hold> down = Map.of(
                Stage.OCR,
                new Hold.Down(ErrorCode.STORE_UNAVAILABLE),
                Stage.PERSISTENCE,
                new Hold.Down(ErrorCode.DATABASE_UNAVAILABLE));

        // when, then
        assertThat(Json.writeText(answer(down)))
                .contains("\"waiting_for\":{\"stage\":\"ocr\",\"code\":\"STORE_UNAVAILABLE\"");
        assertThat(Json.writeText(answer(down, Samples.step(JOB, Step.AI_ANALYSIS))))
                .contains("\"status\":\"PROGRESS\"")
                .contains("\"message\":\"" + Step.AI_ANALYSIS.message() + ". "
                        + ErrorCode.DATABASE_UNAVAILABLE.message() + "\"")
                .contains("\"waiting_for\":{\"stage\":\"persistence\",\"code\":\"DATABASE_UNAVAILABLE\",\"message\":\""
                        + ErrorCode.DATABASE_UNAVAILABLE.message());
        assertThat(Json.writeText(answer(
                        Map.of(Stage.OCR, new Hold.Down(ErrorCode.STORE_UNAVAILABLE)), Samples.step(JOB, Step.SAVING))))
                .as("a stage that is behind it")
                .doesNotContain("waiting_for");
        assertThat(Json.writeText(answer(down, Samples.failed(JOB))))
                .as("it has ended")
                .doesNotContain("waiting_for");
    }

    @Test
    void shouldKeepBothDecimalsOfMoney() {
        assertThat(Json.writeText(answer(Samples.analyzed(JOB), Samples.saved(JOB))))
                .contains("\"total_amount\":15.50")
                .contains("\"discount\":0.00");
    }

    @Test
    void shouldSayWhenAPausedStageGoesOnAndWhy() {
        // given
        StagePaused pause = new StagePaused(
                Stage.OCR,
                Instant.parse("2026-11-02T10:00:00Z"),
                Instant.parse("2026-11-02T13:00:00Z"),
                "anna",
                "Wymiana dysku");

        // when
        String json = Json.writeText(answer(Map.of(Stage.OCR, new Hold.Paused(pause))));

        // then
        assertThat(json)
                .contains("\"waiting_for\":{\"stage\":\"ocr\",\"code\":\"STAGE_PAUSED\",\"message\":"
                        + "\"Odczytywanie paragonów jest wstrzymane do 2.11.2026, 14:00: Wymiana dysku\","
                        + "\"until\":\"2026-11-02T13:00:00")
                .doesNotContain("anna");
    }

    @Test
    void shouldSayHowLongItWillTake() {
        // given
        Job job =
                Job.of(JOB, List.of(Fact.Submitted.of(Samples.submission(JOB)))).orElseThrow();
        Forecast forecast = new Forecast(Duration.ofMillis(8001), Duration.ofMillis(5999), Duration.ofMillis(13_001));

        // when
        String json = Json.writeText(StatusView.of(job, StatusViewTest::result, Map.of(), Optional.of(forecast), NOW));

        // then
        assertThat(json).contains("\"eta_seconds\":9,\"eta_interval_seconds\":[5,14]");
    }

    private static String result(Job job, JobStatus.Succeeded success) {
        return Json.writeText(ResultView.of(job.id(), job.submission(), success, Samples.document()));
    }

    private static Envelope<StatusView> answer(JobEvent... events) {
        return answer(Map.of(), events);
    }

    private static Envelope<StatusView> answer(Map<Stage, Hold> holds, JobEvent... events) {
        List<Fact> facts = new ArrayList<>(List.of(Fact.Submitted.of(Samples.submission(JOB))));
        for (JobEvent event : events) {
            facts.add(Fact.of(event).orElseThrow());
        }
        boolean cancelling = facts.stream().anyMatch(Fact.CancelAsked.class::isInstance);
        Job job = new Job(JOB, Fact.Submitted.of(Samples.submission(JOB)), JobStatus.fold(facts), cancelling);
        return new Envelope<>(
                200,
                "Task status retrieved successfully",
                StatusView.of(job, StatusViewTest::result, holds, Optional.empty(), NOW));
    }
}
