package pl.paragon.worker.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.event.WorkerHeartbeat.Condition;
import pl.paragon.worker.clock.SetClock;

class WorkerConditionTest {

    private final SetClock clock = new SetClock(Instant.parse("2026-03-02T10:15:30Z"));
    private final WorkerCondition condition = new WorkerCondition(clock);

    @Test
    void shouldWaitUntilTheLastThatWaitsIsDone() {
        // given
        WorkerCondition.Wait one = condition.waiting(ErrorCode.STORE_UNAVAILABLE);
        WorkerCondition.Wait another = condition.waiting(ErrorCode.STORE_UNAVAILABLE);

        // when
        one.close();

        // then
        assertThat(condition.report())
                .isEqualTo(new WorkerCondition.Report(Condition.WAITING, Optional.of(ErrorCode.STORE_UNAVAILABLE)));
        another.close();
        assertThat(condition.report()).isEqualTo(new WorkerCondition.Report(Condition.WORKING, Optional.empty()));
    }

    @Test
    void shouldSpeakOfADefectForTenMinutes() {
        // when
        condition.defect();

        // then
        clock.advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(condition.report().condition()).isEqualTo(Condition.DEFECTIVE);
        clock.advance(Duration.ofMillis(1));
        assertThat(condition.report().condition()).isEqualTo(Condition.WORKING);
    }

    @Test
    void shouldReportTheWorst() {
        // given
        condition.leaving();
        assertThat(condition.report()).isEqualTo(new WorkerCondition.Report(Condition.LEAVING, Optional.empty()));

        // when, then
        condition.waiting(ErrorCode.STORE_UNAVAILABLE);
        assertThat(condition.report().condition()).isEqualTo(Condition.WAITING);
        condition.defect();
        assertThat(condition.report().condition()).isEqualTo(Condition.DEFECTIVE);
    }
}
