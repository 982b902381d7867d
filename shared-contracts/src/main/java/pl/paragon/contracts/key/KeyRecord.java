package pl.paragon.contracts.key;

import java.time.Instant;
import java.util.List;

/**
 * What is known of a key, without anything of its secret.
 *
 * @param expiresAt {@code null} for never
 * @param revokedAt {@code null} unless it was revoked
 * @param lastUsedAt to within some minutes; {@code null} if it was never used
 */
public record KeyRecord(
        String id,
        String owner,
        String name,
        List<Scope> scopes,
        Instant createdAt,
        Instant expiresAt,
        Instant revokedAt,
        Instant lastUsedAt) {

    public KeyRecord {
        scopes = List.copyOf(scopes);
    }

    public boolean hasExpired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }
}
