package pl.paragon.persistence.webhook.send;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret as Standard Webhooks writes it, and the signatures that are made with it. */
public final class WebhookSecret {

    /** Of every secret. */
    public static final String PREFIX = "whsec_";

    /** As many as the hash has; the specification wants 24 to 64. */
    private static final int BYTES = 32;

    private final String text;

    private WebhookSecret(String text) {
        this.text = text;
    }

    public static WebhookSecret of(String text) {
        return new WebhookSecret(text);
    }

    /** A new one. @param random cryptographically strong */
    public static WebhookSecret make(RandomGenerator random) {
        byte[] key = new byte[BYTES];
        random.nextBytes(key);
        return new WebhookSecret(PREFIX + Base64.getEncoder().encodeToString(key));
    }

    /** The whole secret. */
    public String text() {
        return text;
    }

    /** For the header {@code webhook-signature}: {@code v1,…}. */
    public String signature(String messageId, Instant timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            byte[] key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            String head = messageId + "." + timestamp.getEpochSecond() + ".";
            mac.update(head.getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }

    /** Without the secret, since it may be logged. */
    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
