package pl.paragon.api.v3.action;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import pl.paragon.api.http.WireTime;
import pl.paragon.contracts.action.JobAction;

/**
 * {@code data} of an answer about an action.
 *
 * @param matched how many jobs the filter matched when it was asked for
 * @param running how many of them are yet to be acted on
 * @param failures why nothing was done to some jobs, the first hundred of them
 */
public record ActionView(
        UUID actionId,
        String action,
        Instant requestedAt,
        boolean finished,
        int matched,
        int done,
        int failed,
        int running,
        List<FailureView> failures) {

    /** @param reason {@code GONE}, {@code FILE_GONE}, {@code ENDED} or {@code RUNNING} */
    public record FailureView(String jobId, String reason) {}

    static ActionView of(JobAction action) {
        int running = action.matched() - action.done() - action.failed();
        return new ActionView(
                action.id(),
                action.action().name().toLowerCase(Locale.ROOT),
                WireTime.of(action.requestedAt()),
                running == 0,
                action.matched(),
                action.done(),
                action.failed(),
                running,
                action.failures().stream()
                        .map(failure -> new FailureView(
                                failure.job().toString(), failure.reason().name()))
                        .toList());
    }
}
