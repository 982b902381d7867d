package pl.paragon.api.v3;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pl.paragon.api.Defaults;

class JobConfigTest {

    @Test
    void shouldHaveTheseDefaults() {
        JobConfig config = Defaults.of(JobConfig.class);

        assertThat(config.unknownJob()).isEqualTo(JobConfig.UnknownJob.NOT_FOUND);
        assertThat(config.retryAfter()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.longestWait()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void shouldAnswerAsThePredecessorWhereThatIsWanted() {
        JobConfig config = Defaults.with(JobConfig.class, Map.of("paragon.api.unknown-job", "pending"));

        assertThat(config.unknownJob()).isEqualTo(JobConfig.UnknownJob.PENDING);
    }
}
