package pl.paragon.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.error.JobError;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Lane;
import pl.paragon.contracts.job.Stage;
import pl.paragon.contracts.job.Step;
import pl.paragon.contracts.json.Json;

/** No record grows with its receipt, nor with what a client calls its file and itself. */
class EventSizeTest {

    private static final int LIMIT = 4096;

    /** Four bytes in UTF-8, one character on a screen. */
    private static final String EMOJI = "\uD83E\uDDFE";

    /** Three bytes in UTF-8, one UTF-16 unit: the most that fits a limit counted in those. */
    private static final String WIDE = "字";

    static Stream<Event> largest() {
        JobId job = Facts.JOB;
        Submission submission = submission(EMOJI.repeat(255), WIDE.repeat(255), WIDE.repeat(128));
        FileReference text = document(job, "text.json");
        FileReference analysis = document(job, "analysis.json");
        ReceiptSubmitted submitted = new ReceiptSubmitted(job, Facts.NOON, submission);
        ReceiptTextRecognized recognized = new ReceiptTextRecognized(job, Facts.NOON, submission, Facts.NOON, text);
        ReceiptAnalyzed analyzed = new ReceiptAnalyzed(job, Facts.NOON, submission, Facts.NOON, analysis);
        return Stream.of(
                submitted,
                recognized,
                analyzed,
                new StepStarted(job, Facts.NOON, Step.DATA_VALIDATION, Integer.MAX_VALUE),
                retry(submitted),
                retry(recognized),
                retry(analyzed),
                new StageFailed(job, Facts.NOON, Stage.PERSISTENCE, Integer.MAX_VALUE, longestError()),
                new CancelRequested(job, Facts.NOON, submission.submitter()),
                new JobEnded(
                        job, Facts.NOON, new JobEnded.Failed(Stage.PERSISTENCE, Integer.MAX_VALUE, longestError())),
                new JobDeleted(job, Facts.NOON),
                heartbeat(job),
                new StagePaused(
                        Stage.PERSISTENCE,
                        Facts.NOON,
                        Facts.NOON.plus(StagePaused.LONGEST),
                        "\u0001".repeat(200),
                        "\u0001".repeat(StagePaused.LONGEST_REASON)));
    }

    private static WorkerHeartbeat heartbeat(JobId job) {
        Instant finest = Facts.NOON.plusNanos(123_456_789);
        Duration longest = Duration.ofNanos(Long.MAX_VALUE);
        WorkerProcess process = new WorkerProcess(
                finest,
                "h".repeat(253),
                Long.MAX_VALUE,
                "1.0.0-SNAPSHOT",
                Collections.nCopies(1000, new WorkerProcess.WorkingOn(job, finest)),
                Long.MAX_VALUE,
                Long.MAX_VALUE,
                Long.MAX_VALUE);
        return new WorkerHeartbeat(
                job.toString(),
                Stage.PERSISTENCE,
                finest,
                Integer.MAX_VALUE,
                Integer.MAX_VALUE,
                WorkerHeartbeat.Condition.DEFECTIVE,
                ErrorCode.DATABASE_UNAVAILABLE,
                new WorkDurations(longest, longest, longest, longest),
                process);
    }

    @ParameterizedTest
    @MethodSource("largest")
    void shouldStayUnderFourKilobytes(Event event) {
        assertThat(Json.write(event).length).isLessThan(LIMIT);
    }

    @Test
    void shouldCoverEveryTopic() {
        assertThat(largest().<Class<?>>map(fact -> Topic.of(fact).type()).distinct())
                .containsExactlyInAnyOrderElementsOf(Stream.of(Topic.values())
                        .<Class<?>>map(Topic::type)
                        .distinct()
                        .toList());
    }

    @Test
    void shouldReadTheLargestAsItWasWritten() {
        assertThat(largest()).allSatisfy(event -> assertThat(Json.read(Json.write(event), Event.class))
                .isEqualTo(event));
    }

    @Test
    void shouldShortenAFileNameAtACharacter() {
        assertThat(submission(EMOJI.repeat(255), "a", "a").filename()).isEqualTo(EMOJI.repeat(63) + "…");
        assertThat(submission("\u0001".repeat(255), "a", "a").filename()).isEqualTo("\u0001".repeat(42) + "…");
        assertThat(submission("paragon.jpg", "a", "a").filename()).isEqualTo("paragon.jpg");
    }

    @Test
    void shouldRefuseAnIdentityThatIsTooLong() {
        assertThatThrownBy(() -> submission("a.jpg", "u".repeat(256), "s"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("user id has at most 255");
        assertThatThrownBy(() -> submission("a.jpg", "u", "s".repeat(129)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("submitter has at most 128");
    }

    @Test
    void shouldKeepOutOfAnErrorWhatIsForTheLog() {
        // given
        JobError error = JobError.of(
                ErrorCode.DATABASE_ERROR,
                Map.of("cause", "ERROR: insert into receipt …", "exception", "/var/lib/paragon/files/x", "bytes", "7"));

        // then
        assertThat(error.details()).isEqualTo(Map.of("bytes", "7"));
    }

    private static RetryScheduled retry(StageInput input) {
        return new RetryScheduled(
                input.jobId(),
                Facts.NOON,
                input.consumer(),
                Integer.MAX_VALUE,
                Integer.MAX_VALUE,
                Facts.NOON,
                longestError(),
                input,
                Duration.ofSeconds(Long.MAX_VALUE / 1000));
    }

    /** As one that a careless stage makes: a long message, and more details than anybody reads. */
    private static JobError longestError() {
        Map<String, String> details = IntStream.range(0, 50)
                .boxed()
                .collect(Collectors.toMap(i -> "detail-" + i, i -> "\u0000\"".repeat(2_000)));
        return new JobError(ErrorCode.WORKER_CRASHED, WIDE.repeat(5_000), details);
    }

    private static Submission submission(String filename, String userId, String submitter) {
        FileReference upload = new FileReference(Facts.JOB + "/upload", "application/pdf", Long.MAX_VALUE, Facts.SHA);
        String webhook = "https://hooks.example.com/" + "x".repeat(Submission.LONGEST_WEBHOOK_URL - 26);
        return new Submission(filename, upload, userId, submitter, Facts.NOON, Lane.INTERACTIVE, webhook);
    }

    private static FileReference document(JobId job, String name) {
        return new FileReference(job + "/" + name, "application/json", Long.MAX_VALUE, Facts.SHA);
    }
}
