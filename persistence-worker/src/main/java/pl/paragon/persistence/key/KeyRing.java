package pl.paragon.persistence.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import pl.paragon.contracts.key.ApiKey;
import pl.paragon.contracts.key.KeyProof;
import pl.paragon.contracts.key.KeyRecord;
import pl.paragon.contracts.key.KeyRequest;
import pl.paragon.contracts.key.MintedKey;
import pl.paragon.persistence.database.Transactions;

/** Makes, lists, revokes and verifies keys. */
final class KeyRing {

    /** A day is what people want to know; a minute costs one small update per key. */
    private static final Duration USES_APART = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final ApiKeys keys;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    KeyRing(Transactions transactions, ApiKeys keys, Clock clock) {
        this.transactions = transactions;
        this.keys = keys;
        this.clock = clock;
    }

    MintedKey mint(KeyRequest wish) {
        ApiKey key = ApiKey.mint(random);
        KeyRecord record =
                new KeyRecord(key.id(), wish.owner(), wish.name(), wish.scopes(), now(), wish.expiresAt(), null, null);
        inOne(() -> keys.add(new ApiKeys.Kept(record, key.sha256())));
        return new MintedKey(key.text(), record);
    }

    List<KeyRecord> all() {
        return transactions.inOne(keys::all);
    }

    /** The key as it is then; empty if there is none. */
    Optional<KeyRecord> revoke(String id) {
        inOne(() -> keys.revoke(id, now()));
        return transactions.inOne(() -> keys.find(id)).map(ApiKeys.Kept::record);
    }

    /**
     * The key, also if it has expired or was revoked; empty if there is none or this is no proof of it. A use is noted
     * if it can still be used.
     */
    Optional<KeyRecord> verify(String id, KeyProof proof) {
        Optional<KeyRecord> proved = transactions
                .inOne(() -> keys.find(id))
                .filter(key -> isEqual(key.sha256(), proof.sha256()))
                .map(ApiKeys.Kept::record);
        Instant now = now();
        Instant unlessSince = now.minus(USES_APART);
        proved.filter(key -> key.revokedAt() == null && !key.hasExpired(now))
                .filter(key -> key.lastUsedAt() == null || !key.lastUsedAt().isAfter(unlessSince))
                .ifPresent(key -> inOne(() -> keys.used(id, now, unlessSince)));
        return proved;
    }

    /** Takes the same time whatever differs. */
    private static boolean isEqual(String kept, String shown) {
        return MessageDigest.isEqual(
                kept.getBytes(StandardCharsets.US_ASCII), shown.getBytes(StandardCharsets.US_ASCII));
    }

    private void inOne(Runnable change) {
        transactions.inOne(() -> {
            change.run();
            return Boolean.TRUE;
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
