package pl.paragon.contracts.webhook;

/**
 * A webhook whose secret is new.
 *
 * @param secret {@code whsec_…}, with which its messages are signed; shown this once
 */
public record MintedWebhook(String secret, WebhookRecord webhook) {

    /** Without the secret, since it may be logged. */
    @Override
    public String toString() {
        return "MintedWebhook[" + webhook + "]";
    }
}
