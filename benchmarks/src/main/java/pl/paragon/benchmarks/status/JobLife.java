package pl.paragon.benchmarks.status;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.error.JobError;
import pl.paragon.contracts.event.CancelRequested;
import pl.paragon.contracts.event.Event;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.event.ReceiptAnalyzed;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.RetryScheduled;
import pl.paragon.contracts.event.StepStarted;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;
import pl.paragon.contracts.job.Step;

/** Invents jobs from their submission to their end: of 100, 92 are saved, 6 fail and 2 are cancelled. */
final class JobLife {

    private static final Instant START = Instant.parse("2026-03-14T12:00:00.123456Z");
    private static final int MAX_ATTEMPTS = 4;

    private final Random random;

    JobLife(long seed) {
        this.random = new Random(seed);
    }

    /** All that the services publish about one job and clients can see. */
    List<Event> next() {
        JobId job = new JobId(new UUID(random.nextLong(), random.nextLong()));
        Instant at = START.plusMillis(random.nextInt(86_400_000));
        Submission submission = submission(job, at);
        ReceiptSubmitted submitted = new ReceiptSubmitted(job, at, submission);
        List<Event> events = new ArrayList<>(List.of(submitted));
        int percentile = random.nextInt(100);
        int steps = percentile < 92 ? Step.values().length : 1 + random.nextInt(4);
        for (Step step : List.of(Step.values()).subList(0, steps)) {
            events.add(new StepStarted(job, at.plusMillis(100L * (1 + step.ordinal())), step, 1));
        }
        Instant end = at.plusSeconds(2);
        if (percentile < 92) {
            events.add(new ReceiptAnalyzed(job, end, submission, at.plusMillis(50), document(job)));
            events.add(new JobEnded(job, end.plusMillis(200), new JobEnded.Saved(UUID.randomUUID())));
        } else if (percentile < 98) {
            JobError error = JobError.of(ErrorCode.OCR_TIMEOUT);
            Instant again = end.plusSeconds(60);
            for (int attempt = 1; attempt < MAX_ATTEMPTS; attempt++) {
                events.add(new RetryScheduled(
                        job,
                        end,
                        Stage.OCR,
                        attempt,
                        MAX_ATTEMPTS,
                        again,
                        error,
                        submitted,
                        Duration.ofSeconds(attempt)));
            }
            events.add(new JobEnded(job, again, new JobEnded.Failed(Stage.OCR, MAX_ATTEMPTS, error)));
        } else {
            events.add(new CancelRequested(job, end, Submission.ANONYMOUS));
            events.add(new JobEnded(job, end.plusMillis(100), new JobEnded.Cancelled()));
        }
        return events;
    }

    /** As a telephone names its pictures. */
    private Submission submission(JobId job, Instant at) {
        String filename = "IMG_20260314_%06d.jpg".formatted(random.nextInt(240_000));
        FileReference upload =
                new FileReference(job + "/upload", "image/jpeg", 500_000 + random.nextInt(5_000_000), sha256());
        return new Submission(filename, upload, "user-" + random.nextInt(100_000), Submission.ANONYMOUS, at);
    }

    private FileReference document(JobId job) {
        return new FileReference(job + "/analysis.json", "application/json", 5_000 + random.nextInt(40_000), sha256());
    }

    private String sha256() {
        byte[] digest = new byte[32];
        random.nextBytes(digest);
        return HexFormat.of().formatHex(digest);
    }
}
