package pl.paragon.contracts.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import pl.paragon.contracts.job.JobId;

/** A fact about one job. */
public sealed interface JobEvent extends Event
        permits StageInput, StepStarted, RetryScheduled, StageFailed, CancelRequested, JobEnded, JobDeleted {

    JobId jobId();

    @JsonIgnore
    @Override
    default String key() {
        return jobId().toString();
    }
}
