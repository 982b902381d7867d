package pl.paragon.contracts.webhook;

/**
 * The secret with which an owner's messages to the {@code webhook_url} of their uploads are signed.
 *
 * @param secret {@code whsec_…}
 */
public record UploadSecret(String secret) {

    /** Without the secret, since it may be logged. */
    @Override
    public String toString() {
        return "UploadSecret[…]";
    }
}
