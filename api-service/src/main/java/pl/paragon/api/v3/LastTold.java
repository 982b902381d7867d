package pl.paragon.api.v3;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import pl.paragon.api.identity.Submitter;

/**
 * The status that this gateway told last of each of the latest jobs: for clients that ask while it is unavailable, and
 * whose poller gives up on an answer without one.
 */
@ApplicationScoped
class LastTold {

    /** Some 3 MB. */
    private static final int MOST_JOBS = 10_000;

    private final Cache<String, Told> latest =
            Caffeine.newBuilder().maximumSize(MOST_JOBS).build();

    private record Told(Submitter to, String status, Instant at) {}

    /**
     * @param status as it was told; {@code PENDING}, as the predecessor had it, if this gateway has told none
     * @param asOf when it was told, or {@code null}
     */
    record LastKnown(String jobId, String status, Instant asOf) {}

    void told(Submitter to, StatusView view) {
        latest.put(view.jobId(), new Told(to, view.status(), view.timestamp()));
    }

    /** What was told to nobody else. */
    LastKnown of(Submitter submitter, String jobId) {
        return Optional.ofNullable(latest.getIfPresent(jobId))
                .filter(told -> told.to().equals(submitter))
                .map(told -> new LastKnown(jobId, told.status(), told.at()))
                .orElseGet(() -> new LastKnown(jobId, "PENDING", null));
    }
}
