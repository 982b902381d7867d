package pl.paragon.contracts.key;

import java.util.Objects;

/**
 * The body of {@code POST /internal/keys/{id}/verification}: what shows that the asker has seen the key.
 *
 * @param sha256 see {@link ApiKey#sha256()}
 */
public record KeyProof(String sha256) {
    public KeyProof {
        Objects.requireNonNull(sha256, "sha256 is missing");
    }
}
