package pl.paragon.api.idempotency;

import java.util.Objects;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.job.JobId;

/**
 * What an earlier request with the same key became.
 *
 * @param accepted false if nobody knows whether the broker has the job
 */
public record KeyedUpload(JobId job, Submission submission, boolean accepted) {

    /** Whether another upload has the same file, file name, user and {@code webhook_url}. */
    public boolean isRepeatedBy(Submission other) {
        return submission.file().sha256().equals(other.file().sha256())
                && submission.filename().equals(other.filename())
                && Objects.equals(submission.userId(), other.userId())
                && Objects.equals(submission.webhookUrl(), other.webhookUrl());
    }
}
