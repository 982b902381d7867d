package pl.paragon.api.key;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.persistence.PersistenceUnavailableException;
import pl.paragon.contracts.key.ApiKey;
import pl.paragon.contracts.key.KeyRecord;
import pl.paragon.contracts.key.Scope;

/**
 * Whether a key opens the door. What was answered counts for some seconds; after that it is asked again. If nobody
 * answers, a key that was confirmed lately goes on, and any other has to wait: one that was never seen is never let in.
 */
@ApplicationScoped
public class KnownKeys {

    private static final Logger LOG = Logger.getLogger(KnownKeys.class);

    private final SavedKeys saved;
    private final KeyConfig config;
    private final Clock clock;

    /** By the hash of the whole key: of a wrong secret nothing is remembered that concerns the right one. */
    private final Cache<String, Answer> answers;

    /** One question at a time, since persistence-worker refuses more than a few; who waited finds the answer there. */
    private final ReentrantLock asking = new ReentrantLock();

    private volatile Instant askNobodyBefore = Instant.MIN;

    KnownKeys(SavedKeys saved, KeyConfig config, Clock clock) {
        this.saved = saved;
        this.config = config;
        this.clock = clock;
        this.answers = Caffeine.newBuilder().maximumSize(config.remembered()).build();
    }

    /** What is to be done with a key. */
    public sealed interface Verdict {

        /** @param key its public id */
        record Admitted(String key, Submitter owner, List<Scope> scopes) implements Verdict {}

        record Refused(Reason why) implements Verdict {}

        /** Nobody can be asked about it now. */
        record Unavailable() implements Verdict {}
    }

    /** Why a key is refused. */
    public enum Reason {
        UNKNOWN,
        EXPIRED,
        REVOKED
    }

    /** @param key empty if there was none */
    private record Answer(Optional<KeyRecord> key, Instant at) {}

    /** Without asking anybody; empty if that takes a question. */
    public Optional<Verdict> remembered(ApiKey key) {
        return fresh(key.sha256(), clock.instant());
    }

    /** Blocks if it must ask. */
    public Verdict check(ApiKey key) {
        String hash = key.sha256();
        asking.lock();
        try {
            Instant now = clock.instant();
            return fresh(hash, now).orElseGet(() -> ask(key, hash, now));
        } finally {
            asking.unlock();
        }
    }

    private Verdict ask(ApiKey key, String hash, Instant now) {
        if (now.isBefore(askNobodyBefore)) {
            return withoutDatabase(hash, now);
        }
        try {
            Answer answer = new Answer(saved.verify(key), now);
            answers.put(hash, answer);
            return verdict(answer, now);
        } catch (PersistenceUnavailableException e) {
            LOG.warnf("API keys cannot be verified now: %s", e.getMessage());
            askNobodyBefore = clock.instant().plus(config.askAgainAfter());
            return withoutDatabase(hash, now);
        }
    }

    private Optional<Verdict> fresh(String hash, Instant now) {
        return Optional.ofNullable(answers.getIfPresent(hash))
                .filter(answer -> now.isBefore(answer.at().plus(config.revokedWithin())))
                .map(answer -> verdict(answer, now));
    }

    private Verdict withoutDatabase(String hash, Instant now) {
        return Optional.ofNullable(answers.getIfPresent(hash))
                .filter(answer -> answer.key().isPresent())
                .filter(answer -> now.isBefore(answer.at().plus(config.trustedWithoutDatabase())))
                .map(answer -> verdict(answer, now))
                .orElseGet(Verdict.Unavailable::new);
    }

    private static Verdict verdict(Answer answer, Instant now) {
        if (answer.key().isEmpty()) {
            return new Verdict.Refused(Reason.UNKNOWN);
        }
        KeyRecord key = answer.key().get();
        if (key.revokedAt() != null) {
            return new Verdict.Refused(Reason.REVOKED);
        }
        if (key.hasExpired(now)) {
            return new Verdict.Refused(Reason.EXPIRED);
        }
        return new Verdict.Admitted(key.id(), new Submitter(key.owner()), key.scopes());
    }
}
