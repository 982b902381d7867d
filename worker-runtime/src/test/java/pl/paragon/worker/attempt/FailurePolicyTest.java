package pl.paragon.worker.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import pl.paragon.worker.runner.StageSettings;

class FailurePolicyTest {

    private final FailurePolicy policy =
            new FailurePolicy(StageSettings.QUICK.withPauses(Duration.ofSeconds(1), Duration.ofSeconds(30)));

    @Test
    void shouldDoubleThePauseUpToTheLongest() {
        assertThat(policy.pause(0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(policy.pause(1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(policy.pause(4)).isEqualTo(Duration.ofSeconds(16));
        assertThat(policy.pause(5)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void shouldStayAtTheLongestPauseHoweverLongSomethingIsDown() {
        assertThat(policy.pause(63)).isEqualTo(Duration.ofSeconds(30));
        assertThat(policy.pause(64)).isEqualTo(Duration.ofSeconds(30));
        assertThat(policy.pause(Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(30));
    }
}
