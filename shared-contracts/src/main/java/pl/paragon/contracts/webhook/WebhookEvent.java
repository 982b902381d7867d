package pl.paragon.contracts.webhook;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a webhook tells of: a job ended, and how. */
public enum WebhookEvent {
    JOB_SUCCEEDED("job.succeeded", "SUCCESS"),
    JOB_FAILED("job.failed", "FAILURE"),
    JOB_CANCELLED("job.cancelled", "REVOKED");

    private final String id;
    private final String status;

    WebhookEvent(String id, String status) {
        this.id = id;
        this.status = status;
    }

    /** Its name on the wire. */
    @JsonValue
    public String id() {
        return id;
    }

    /** The status that the job has from then on. */
    public String status() {
        return status;
    }

    /** @throws IllegalArgumentException naming those that there are */
    @JsonCreator
    public static WebhookEvent of(String id) {
        return Arrays.stream(values())
                .filter(event -> event.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("events are "
                        + Stream.of(values()).map(WebhookEvent::id).collect(Collectors.joining(", "))));
    }
}
