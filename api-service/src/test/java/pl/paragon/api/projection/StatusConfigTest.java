package pl.paragon.api.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import pl.paragon.api.Defaults;
import pl.paragon.api.board.StatusConfig;
import pl.paragon.contracts.event.Topic;

class StatusConfigTest {

    @Test
    void shouldHaveTheseDefaults() {
        StatusConfig config = Defaults.of(StatusConfig.class);

        assertThat(config.retention()).isEqualTo(Duration.ofDays(7));
        assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.verifyEvery()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.retryDelay()).isEqualTo(Duration.ofMillis(500));
        assertThat(config.batch()).isEqualTo(200);
    }

    @Test
    void shouldKeepFactsAsLongAsTheTopicsDo() {
        Duration kept = Defaults.of(StatusConfig.class).retention();
        assertThat(Projection.TOPICS)
                .filteredOn(topic -> topic != Topic.JOB_DELETED)
                .extracting(Topic::retention)
                .containsOnly(kept);
        assertThat(Topic.JOB_DELETED.retention())
                .as("outweighs facts that come back")
                .isGreaterThan(kept);
    }
}
