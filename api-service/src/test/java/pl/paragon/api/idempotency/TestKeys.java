package pl.paragon.api.idempotency;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import pl.paragon.api.redis.RedisUnavailableException;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.job.JobId;

/** Keys in memory, and control over what the store does. */
public final class TestKeys implements IdempotencyKeys {

    private final Map<String, KeyedUpload> uploads = new HashMap<>();
    private final Map<String, JobId> leases = new HashMap<>();
    public boolean away;
    public boolean awayAfterBegin;

    /** As if the gateways that hold keys had died a while ago. */
    public void endAllLeases() {
        leases.clear();
    }

    @Override
    public Claim claim(Attempt attempt) {
        check();
        Optional<KeyedUpload> known = Optional.ofNullable(uploads.get(name(attempt)));
        if (known.isPresent() && known.get().accepted()) {
            return new Repeated(known.get());
        }
        return leases.putIfAbsent(name(attempt), attempt.job()) == null ? new Claimed(known) : new InFlight();
    }

    @Override
    public boolean begin(Attempt attempt, Submission submission) {
        check();
        if (!holds(attempt)) {
            return false;
        }
        uploads.put(name(attempt), new KeyedUpload(attempt.job(), submission, false));
        away = awayAfterBegin;
        check();
        return true;
    }

    @Override
    public void accepted(Attempt attempt) {
        check();
        if (holds(attempt)) {
            leases.remove(name(attempt));
            uploads.computeIfPresent(
                    name(attempt), (key, upload) -> new KeyedUpload(upload.job(), upload.submission(), true));
        }
    }

    @Override
    public boolean release(Attempt attempt) {
        check();
        if (!holds(attempt)) {
            return false;
        }
        leases.remove(name(attempt));
        uploads.computeIfPresent(name(attempt), (key, upload) -> upload.job().equals(attempt.job()) ? null : upload);
        return true;
    }

    private boolean holds(Attempt attempt) {
        return attempt.job().equals(leases.get(name(attempt)));
    }

    private void check() {
        if (away) {
            throw new RedisUnavailableException("away for this test", null);
        }
    }

    private static String name(Attempt attempt) {
        return attempt.key().digest(attempt.owner());
    }
}
