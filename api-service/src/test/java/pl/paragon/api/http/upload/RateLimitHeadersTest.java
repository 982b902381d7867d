package pl.paragon.api.http.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import pl.paragon.api.limit.Policy;
import pl.paragon.api.limit.Quota;

class RateLimitHeadersTest {

    @Test
    void shouldFollowTheDraft() {
        Quota quota = new Quota(new Policy("default", 10, Duration.ofMinutes(1)), 3, Duration.ofMillis(41_001));

        assertThat(RateLimitHeaders.policy(quota.policy())).isEqualTo("\"default\";q=10;w=60");
        assertThat(RateLimitHeaders.left(quota)).isEqualTo("\"default\";r=3;t=42");
    }
}
