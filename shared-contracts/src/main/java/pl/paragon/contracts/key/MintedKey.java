package pl.paragon.contracts.key;

/**
 * A key that was just made.
 *
 * @param key the whole key, shown this once and kept nowhere
 */
public record MintedKey(String key, KeyRecord record) {

    /** Without the secret, since it may be logged. */
    @Override
    public String toString() {
        return "MintedKey[" + record + "]";
    }
}
