package pl.paragon.worker.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static pl.paragon.worker.runner.Submissions.NOW;
import static pl.paragon.worker.runner.Submissions.recognized;
import static pl.paragon.worker.runner.Submissions.record;
import static pl.paragon.worker.runner.Submissions.submitted;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.job.Stage;
import pl.paragon.worker.crew.Incarnation;
import pl.paragon.worker.stage.StageException;

/** Why a stage came to a job once more, as its metrics tell it. */
class RepeatedWorkTest extends AroundAStageRunner {

    @Test
    void shouldCallNoFirstAttemptARepetition() {
        // when
        reader().take(record(submitted(job)));

        // then
        assertThat(repetitions()).containsOnlyKeys(Repetition.values()).allSatisfy((cause, count) -> assertThat(count)
                .as(cause.toString())
                .isZero());
    }

    @Test
    void shouldTellARetry() {
        // when
        reader().retake(record(Submissions.retry(Stage.OCR, 1, NOW, submitted(job))));

        // then
        assertOnly(Repetition.RETRY);
    }

    @Test
    void shouldTellWhatFollowsACrash() {
        // given
        ledger.startedBy(job, dead(1));

        // when
        reader().take(record(submitted(job)));

        // then
        assertOnly(Repetition.CRASH);
    }

    @Test
    void shouldTellWhatFollowsAnOutage() {
        // given
        AtomicBoolean down = new AtomicBoolean(true);
        var runner = runner((input, context) -> {
            if (down.getAndSet(false)) {
                throw new StageException(ErrorCode.STORE_UNAVAILABLE);
            }
            return recognized(input.jobId());
        });

        // when
        runner.take(record(submitted(job)));

        // then
        assertOnly(Repetition.OUTAGE);
    }

    @Test
    void shouldTellARecordThatIsDeliveredWhileAnotherIsAtItsJobOnceHoweverLongItWaits() throws Exception {
        // given
        Incarnation other = alive();
        ledger.startedBy(job, other);
        var runner = reader();
        Thread worker = Thread.ofVirtual().start(() -> runner.take(record(submitted(job))));
        await().atMost(Submissions.PATIENCE).until(() -> ledger.questions() > 2);

        // when
        ledger.end(job, Stage.OCR, Set.of(other));
        worker.join();

        // then
        assertOnly(Repetition.REDELIVERY);
    }

    private StageRunner<ReceiptSubmitted> reader() {
        return runner((input, context) -> recognized(input.jobId()));
    }

    private void assertOnly(Repetition expected) {
        assertThat(repetitions())
                .allSatisfy(
                        (cause, count) -> assertThat(count).as(cause.toString()).isEqualTo(cause == expected ? 1 : 0));
    }

    private Map<Repetition, Double> repetitions() {
        Map<Repetition, Double> counts = new EnumMap<>(Repetition.class);
        Arrays.stream(Repetition.values())
                .forEach(cause -> counts.put(
                        cause,
                        meters.get("paragon.stage.repetitions")
                                .tags("stage", "ocr", "cause", cause.toString())
                                .counter()
                                .count()));
        return counts;
    }
}
