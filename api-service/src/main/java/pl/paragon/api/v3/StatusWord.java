package pl.paragon.api.v3;

import pl.paragon.api.status.JobStatus;

/** The predecessor's words for where a job stands: its clients compare them letter by letter. */
final class StatusWord {

    private StatusWord() {}

    static String of(JobStatus status) {
        return switch (status) {
            case JobStatus.Pending p -> "PENDING";
            case JobStatus.Started s -> "STARTED";
            case JobStatus.Progress p -> "PROGRESS";
            case JobStatus.Retrying r -> "RETRY";
            case JobStatus.Succeeded s -> "SUCCESS";
            case JobStatus.Failed f -> "FAILURE";
            case JobStatus.Revoked r -> "REVOKED";
        };
    }
}
