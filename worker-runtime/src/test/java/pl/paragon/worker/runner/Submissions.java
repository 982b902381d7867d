package pl.paragon.worker.runner;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.error.JobError;
import pl.paragon.contracts.event.Event;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.ReceiptTextRecognized;
import pl.paragon.contracts.event.RetryScheduled;
import pl.paragon.contracts.event.StageInput;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;
import pl.paragon.contracts.json.Json;

/** Invented facts and their records, and how long a test waits for what follows them. */
public final class Submissions {

    public static final Instant NOW = Instant.parse("2026-03-02T10:15:30Z");

    /** Only so that a test that cannot succeed ends: a busy machine may be slow. */
    public static final Duration PATIENCE = Duration.ofMinutes(5);

    private Submissions() {}

    public static ReceiptSubmitted submitted(JobId job) {
        return new ReceiptSubmitted(job, NOW, submission(job));
    }

    public static ReceiptTextRecognized recognized(JobId job) {
        return new ReceiptTextRecognized(job, NOW, submission(job), NOW, file(job, "text.json", "application/json"));
    }

    public static ConsumerRecord<String, byte[]> record(Event event) {
        return new ConsumerRecord<>(Topic.of(event).id(), 2, 7, event.key(), Json.write(event));
    }

    private static Submission submission(JobId job) {
        return new Submission("p.jpg", file(job, "upload", "image/jpeg"), null, Submission.ANONYMOUS, NOW);
    }

    private static FileReference file(JobId job, String name, String mediaType) {
        return new FileReference(job + "/" + name, mediaType, 3, "00");
    }

    /** What follows the failure of an attempt of four. */
    static RetryScheduled retry(Stage stage, int failedAttempt, Instant due, StageInput input) {
        return new RetryScheduled(
                input.jobId(),
                NOW,
                stage,
                failedAttempt,
                4,
                due,
                JobError.of(ErrorCode.OCR_TIMEOUT),
                input,
                Duration.ZERO);
    }
}
