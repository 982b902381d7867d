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
        assertThat(config.abandonedAfter()).isEqualTo(Duration.ofHours(24));
        assertThat(config.sweep()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void shouldKeepReceiptsForEver() {
        assertThat(config(ReceiptRetentionConfig.class, Map.of()).retention()).isEmpty();
        assertThat(config(ReceiptRetentionConfig.class, Map.of("paragon.receipts.retention", "365d"))
                        .retention())
                .contains(Duration.ofDays(365));
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
        return config(RetentionConfig.class, values);
    }

    private static <C> C config(Class<C> type, Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(type)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(type);
    }
}
