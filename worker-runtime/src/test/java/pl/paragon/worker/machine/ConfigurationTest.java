package pl.paragon.worker.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import pl.paragon.worker.crew.CrewConfig;
import pl.paragon.worker.stage.StageConfig;

/** The defaults of every worker, as its process reads them. */
class ConfigurationTest {

    private final SmallRyeConfig config = new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .addDefaultSources()
            .addDiscoveredSources()
            .addDiscoveredConverters()
            .withMapping(StageConfig.class)
            .withMapping(CrewConfig.class)
            .withDefaultValue("paragon.worker.stage", "ocr")
            .withDefaultValue("quarkus.uuid", "any")
            .withValidateUnknown(false)
            .build();

    @Test
    void shouldWorkOnAsManyJobsAsThereAreProcessorsAndTakeNoMoreRecordsThanThat() {
        // given
        int processors = Runtime.getRuntime().availableProcessors();

        // then
        assertThat(config.getConfigMapping(StageConfig.class).concurrency()).isEqualTo(processors);
        assertThat(config.getValue("smallrye.messaging.worker.<virtual-thread>.max-concurrency", Integer.class))
                .isEqualTo(processors);
    }

    @Test
    void shouldCallNoWorkerDeadBeforeTheBrokerDoes() {
        // given
        Duration sessionTimeout = Duration.ofMillis(
                config.getValue("mp.messaging.connector.smallrye-kafka.session.timeout.ms", Long.class));

        // then
        assertThat(config.getConfigMapping(CrewConfig.class).silence()).isGreaterThanOrEqualTo(sessionTimeout);
    }

    @Test
    void shouldHaveTheseDefaults() {
        // given
        StageConfig stage = config.getConfigMapping(StageConfig.class);
        CrewConfig crew = config.getConfigMapping(CrewConfig.class);

        // then
        assertThat(stage.bulkShare()).isEqualTo(8);
        assertThat(stage.retries()).isEqualTo(3);
        assertThat(stage.retryDelay()).isEqualTo(Duration.ofSeconds(60));
        assertThat(stage.retryJitter()).isEqualTo(0.2);
        assertThat(stage.softLimit()).isEqualTo(Duration.ofMinutes(25));
        assertThat(stage.hardLimit()).isEqualTo(Duration.ofMinutes(30));
        assertThat(stage.firstPause()).isEqualTo(Duration.ofSeconds(1));
        assertThat(stage.longestPause()).isEqualTo(Duration.ofSeconds(30));
        assertThat(stage.drain()).isEqualTo(Duration.ofSeconds(25));
        assertThat(crew.heartbeat()).isEqualTo(Duration.ofSeconds(2));
        assertThat(crew.silence()).isEqualTo(Duration.ofSeconds(15));
    }
}
