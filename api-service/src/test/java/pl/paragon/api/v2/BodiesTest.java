package pl.paragon.api.v2;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import pl.paragon.api.Golden;
import pl.paragon.api.Samples;
import pl.paragon.api.error.ApiException;
import pl.paragon.api.error.ErrorBody;
import pl.paragon.api.error.ErrorFormat;
import pl.paragon.api.intake.Refusal;
import pl.paragon.api.status.JobStatus;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.error.JobError;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;

/** The errors of version 2, each with the predecessor's words. */
class BodiesTest {

    private static final ErrorFormat CLASSIC = new ErrorFormat(false, ErrorFormat.Language.ENGLISH);
    private static final JobId JOB = JobId.of("00000000-0000-4000-8000-000000000001");

    @Test
    void shouldCallATooLargeFileABadRequest() {
        assertBody("v2-too-large.json", Bodies.refused(new Refusal.TooLarge(10 * 1024 * 1024, 11 * 1024 * 1024)));
    }

    @Test
    void shouldSayThatThereIsNoText() {
        assertBody("v2-no-text.json", Bodies.noText());
    }

    @Test
    void shouldSayWhichStageFailed() {
        assertBody("v2-ocr-failed.json", failed(Stage.OCR, ErrorCode.ILLEGIBLE, Wanted.RECEIPT));
        assertBody("v2-analysis-failed.json", failed(Stage.ANALYSIS, ErrorCode.NOT_A_RECEIPT, Wanted.RECEIPT));
        assertBody("v2-upload-failed.json", failed(Stage.OCR, ErrorCode.ILLEGIBLE, Wanted.TEXT));
        assertBody("v2-text-failed.json", failed(Stage.ANALYSIS, ErrorCode.NOT_A_RECEIPT, Wanted.ANALYSIS));
    }

    @Test
    void shouldNotBlameTheReceiptForADefectOfOurs() {
        assertBody("v2-defect.json", failed(Stage.ANALYSIS, ErrorCode.INTERNAL_ERROR, Wanted.RECEIPT));
        assertBody("v2-not-saved.json", failed(Stage.PERSISTENCE, ErrorCode.DATABASE_ERROR, Wanted.RECEIPT));
    }

    @Test
    void shouldSayWhichStageWasLate() {
        assertBody("v2-ocr-timeout.json", Bodies.of(new Outcome.TimedOut(JOB, Stage.OCR, Duration.ofSeconds(90))));
        assertBody(
                "v2-analysis-timeout.json",
                Bodies.of(new Outcome.TimedOut(JOB, Stage.ANALYSIS, Duration.ofSeconds(60))));
    }

    @Test
    void shouldSayThatTheTaskWasCancelled() {
        assertBody("v2-cancelled.json", Bodies.of(new Outcome.Cancelled(JOB), Wanted.TEXT));
    }

    private static ApiException failed(Stage stage, ErrorCode code, Wanted wanted) {
        return Bodies.of(
                new Outcome.Failed(JOB, new JobStatus.Failed(stage, 1, JobError.of(code), Samples.NOON)), wanted);
    }

    private static void assertBody(String golden, ApiException error) {
        assertBody(golden, error.body());
    }

    private static void assertBody(String golden, ErrorBody body) {
        Golden.assertGolden(golden, CLASSIC.body(body, "/"));
    }
}
