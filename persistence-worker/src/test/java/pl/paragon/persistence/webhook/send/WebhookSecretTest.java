package pl.paragon.persistence.webhook.send;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WebhookSecretTest {

    /** The example of the specification and its libraries. */
    @Test
    void shouldSignAsStandardWebhooksSays() {
        WebhookSecret secret = WebhookSecret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        String signature = secret.signature(
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1614265330),
                "{\"test\": 2432232314}".getBytes(UTF_8));

        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void shouldMakeSecretsOfTheSpecifiedForm() {
        WebhookSecret secret = WebhookSecret.make(new Random(1));

        assertThat(secret.text()).startsWith("whsec_");
        assertThat(Base64.getDecoder().decode(secret.text().substring(6))).hasSize(32);
        assertThat(secret.text()).isNotEqualTo(WebhookSecret.make(new Random(2)).text());
        assertThat(secret.toString()).isEqualTo("whsec_…");
    }
}
