package pl.paragon.api.v3;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pl.paragon.api.Defaults;

class JobConfigTest {

    @Test
    void shouldHaveTheseDefaults() {
        JobConfig config = Defaults.of(JobConfig.class);

        assertThat(config.unknownJob()).isEqualTo(JobConfig.UnknownJob.NOT_FOUND);
        assertThat(config.retryAfter()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.longestRetryAfter()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.longestWait()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void shouldAdviseToAskAgainWhenTheJobMayBeDone() {
        // given
        JobConfig config = Defaults.of(JobConfig.class);

        // then
        assertThat(config.nextPoll(new Eta(9, List.of(4L, 20L)))).isEqualTo(Duration.ofSeconds(4));
        assertThat(config.nextPoll(new Eta(1, List.of(0L, 2L)))).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.nextPoll(new Eta(900, List.of(600L, 1200L)))).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.nextPoll(null)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void shouldAnswerAsThePredecessorWhereThatIsWanted() {
        JobConfig config = Defaults.with(JobConfig.class, Map.of("paragon.api.unknown-job", "pending"));

        assertThat(config.unknownJob()).isEqualTo(JobConfig.UnknownJob.PENDING);
    }
}
