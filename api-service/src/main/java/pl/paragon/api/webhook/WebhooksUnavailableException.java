package pl.paragon.api.webhook;

/** The webhooks cannot be asked for now. */
public final class WebhooksUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WebhooksUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
