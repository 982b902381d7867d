package pl.paragon.persistence.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.event.Topic;
import pl.paragon.runtime.webhook.ReceiverConfig;

class WebhookConfigTest {

    @Test
    void shouldTryForADayAndKeepAMonth() {
        WebhookConfig config = config(WebhookConfig.class);

        assertThat(config.perOwner()).isEqualTo(20);
        assertThat(config.secretOverlap()).isEqualTo(Duration.ofHours(24));
        assertThat(config.poll()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.atATime()).isEqualTo(64);
        assertThat(config.perWebhook()).isEqualTo(4);
        assertThat(config.connectTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(15));
        assertThat(config.firstPause()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.longestPause()).isEqualTo(Duration.ofHours(6));
        assertThat(config.giveUpAfter()).isEqualTo(Duration.ofHours(24));
        assertThat(config.retention()).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void shouldRememberADeliveryForLongerThanItsRecordMayComeAgain() {
        assertThat(config(WebhookConfig.class).retention())
                .isGreaterThan(Topic.JOB_ENDED.retention().multipliedBy(3));
    }

    @Test
    void shouldAllowThePublicPortsOfTheWebOnly() {
        ReceiverConfig config = config(ReceiverConfig.class);

        assertThat(config.allowedNetworks()).isEmpty();
        assertThat(config.allowedPorts()).containsExactly("80", "443", "8080", "8443");
        assertThat(config.resolveTimeout()).isEqualTo(Duration.ofSeconds(2));
    }

    private static <C> C config(Class<C> type) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(type)
                .build()
                .getConfigMapping(type);
    }
}
