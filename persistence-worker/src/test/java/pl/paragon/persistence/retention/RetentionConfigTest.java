package pl.paragon.persistence.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetentionConfigTest {

    @Test
    void shouldKeepFilesForThirtyDaysAndLookEveryHour() {
        // when
        RetentionConfig config = config(Map.of());

        // then
        assertThat(config.retention()).isEqualTo(Duration.ofDays(30));
        assertThat(config.sweep()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void shouldTakeOtherTimes() {
        // when
        RetentionConfig config = config(Map.of("paragon.files.retention", "7d", "paragon.files.sweep", "10m"));

        // then
        assertThat(config.retention()).isEqualTo(Duration.ofDays(7));
        assertThat(config.sweep()).isEqualTo(Duration.ofMinutes(10));
    }

    private static RetentionConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(RetentionConfig.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(RetentionConfig.class);
    }
}
