package pl.paragon.persistence.key;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pl.paragon.contracts.key.KeyRecord;

/** The keys in the database. Every method needs a transaction. */
interface ApiKeys {

    /** @param sha256 of the whole key */
    record Kept(KeyRecord record, String sha256) {}

    void add(Kept key);

    Optional<Kept> find(String id);

    /** All of them, newest first. */
    List<KeyRecord> all();

    /** Does nothing to a key that was revoked before. */
    void revoke(String id, Instant at);

    /** Notes a use, unless one was noted after {@code unlessSince}: gateways ask often, and all about the same row. */
    void used(String id, Instant at, Instant unlessSince);
}
