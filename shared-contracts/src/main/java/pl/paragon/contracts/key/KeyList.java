package pl.paragon.contracts.key;

import java.util.List;

/** The body of {@code GET /internal/keys}. @param keys newest first */
public record KeyList(List<KeyRecord> keys) {
    public KeyList {
        keys = List.copyOf(keys);
    }
}
