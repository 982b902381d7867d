package pl.paragon.worker.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.error.ErrorType;
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

    @Test
    void shouldTryAgainAtTheDelayAndUpToAFifthLater() {
        assertThat(retryAfter(0)).isEqualTo(Duration.ofSeconds(60));
        assertThat(retryAfter(0.5)).isEqualTo(Duration.ofSeconds(66));
        assertThat(retryAfter(Math.nextDown(1.0))).isBetween(Duration.ofMillis(71_999), Duration.ofSeconds(72));
    }

    @Test
    void shouldNotTryEverythingAgainAtTheSameTime() {
        // given
        FailurePolicy shipped = new FailurePolicy(
                StageSettings.QUICK.withRetryDelay(Duration.ofSeconds(60)).withRetryJitter(0.2));

        // when, then
        assertThat(Stream.generate(() -> shipped.decide(ErrorType.TRANSIENT, 1, 0))
                        .limit(20)
                        .distinct())
                .hasSizeGreaterThan(1);
    }

    @Test
    void shouldRefuseAJitterThatIsNoShare() {
        for (double jitter : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new FailurePolicy(StageSettings.QUICK.withRetryJitter(jitter)))
                    .withMessageContaining("paragon.stage.retry-jitter");
        }
    }

    private static Duration retryAfter(double random) {
        FailurePolicy policy = new FailurePolicy(
                StageSettings.QUICK.withRetryDelay(Duration.ofSeconds(60)).withRetryJitter(0.2), () -> random);
        return ((FailurePolicy.RetryAfter) policy.decide(ErrorType.TRANSIENT, 1, 0)).delay();
    }
}
