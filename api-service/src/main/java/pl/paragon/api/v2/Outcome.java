package pl.paragon.api.v2;

import java.time.Duration;
import pl.paragon.api.status.JobStatus;
import pl.paragon.api.v3.result.ResultView;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;

/** What came of waiting for a job. */
sealed interface Outcome {

    record Read(ResultView result) implements Outcome {}

    record Failed(JobId job, JobStatus.Failed failure) implements Outcome {}

    /** Somebody else cancelled or deleted the job meanwhile. */
    record Cancelled(JobId job) implements Outcome {}

    /** @param stage {@link Stage#OCR} or, if the text was recognised in time, {@link Stage#ANALYSIS} */
    record TimedOut(JobId job, Stage stage, Duration limit) implements Outcome {}

    /** The status or the result is temporarily unavailable. @param why a sentence for clients */
    record Unavailable(JobId job, String why) implements Outcome {}
}
