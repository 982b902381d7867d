package pl.paragon.runtime.pause;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pl.paragon.contracts.event.StagePaused;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.job.Stage;
import pl.paragon.contracts.json.Json;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class StagePausesTest {

    private static final Instant NOW = Instant.parse("2026-03-14T12:00:00Z");
    private static final TopicPartition PARTITION = new TopicPartition(Topic.STAGE_PAUSED.id(), 0);

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final InstantSource source = now::get;
    private final StagePauses pauses = new StagePauses(source.withZone(ZoneOffset.UTC));
    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private long offset;

    @Test
    void shouldHoldEveryStageUntilItKnowsWhatWasSaidBeforeItStarted() {
        // given
        StagePaused pause = paused(NOW, Duration.ofHours(2));
        StagePausesFold fold = fold(2);
        assertThat(pauses.hold(Stage.ANALYSIS)).as("not known yet").isTrue();

        // when
        added(Json.write(paused(NOW.minusSeconds(60), Duration.ofDays(1))));
        fold.step();

        // then
        assertThat(pauses.hold(Stage.ANALYSIS)).as("half is known").isTrue();
        assertThat(pauses.lasting()).isEmpty();

        // when
        added(Json.write(pause));
        fold.step();

        // then
        assertThat(pauses.hold(Stage.ANALYSIS)).isFalse();
        assertThat(pauses.hold(Stage.OCR)).isTrue();
        assertThat(pauses.lasting()).isEqualTo(Map.of(Stage.OCR, pause));
    }

    @Test
    void shouldResumeAStageByItselfAtTheEndOfItsPause() {
        // given
        StagePausesFold fold = fold(0);
        added(Json.write(paused(NOW, Duration.ofHours(2))));
        fold.step();
        assertThat(pauses.of(Stage.OCR)).isPresent();

        // when
        now.set(NOW.plus(Duration.ofHours(2)));

        // then
        assertThat(pauses.of(Stage.OCR)).isEmpty();
        assertThat(pauses.hold(Stage.OCR)).isFalse();
    }

    @Test
    void shouldLetTheLatestWordOfAStageCountAndPassOverWhatIsNone() {
        // given
        StagePausesFold fold = fold(0);
        added(Json.write(paused(NOW, Duration.ofHours(2))));
        added("{}".getBytes(StandardCharsets.UTF_8));
        added(Json.write(StagePaused.resumed(Stage.OCR, NOW.plusSeconds(5), "anna")));

        // when
        fold.step();

        // then
        assertThat(pauses.hold(Stage.OCR)).isFalse();
        assertThat(pauses.lasting()).isEmpty();
    }

    @Test
    void shouldForgetNothingWhileAConsumerThatWasReplacedReadsAgain() {
        // given
        StagePausesFold first = fold(0);
        added(Json.write(paused(NOW, Duration.ofHours(2))));
        first.step();

        // when
        StagePausesFold second = new StagePausesFold(consumer(1), pauses);
        second.step();

        // then
        assertThat(pauses.hold(Stage.OCR)).isTrue();
    }

    @Test
    void shouldWakeWhoeverWaitsForAPauseToBeKnown() throws Exception {
        // given
        StagePausesFold fold = fold(0);
        StagePaused pause = paused(NOW, Duration.ofHours(2));
        Thread waiting = Thread.ofPlatform().start(() -> {
            try {
                pauses.awaitKnown(pause, Duration.ofMinutes(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        // when
        added(Json.write(pause));
        fold.step();
        waiting.join();

        // then
        assertThat(pauses.awaitKnown(pause, Duration.ZERO)).isTrue();
        assertThat(pauses.awaitKnown(paused(NOW.plusSeconds(1), Duration.ofHours(1)), Duration.ofMillis(1)))
                .as("one that nobody has published")
                .isFalse();
    }

    private static StagePaused paused(Instant at, Duration length) {
        return new StagePaused(Stage.OCR, at, at.plus(length), "anna", "Wymiana dysku");
    }

    /** @param end where the topic ended when the process started */
    private StagePausesFold fold(long end) {
        ends(consumer, end);
        return new StagePausesFold(consumer, pauses);
    }

    private static MockConsumer<String, byte[]> consumer(long end) {
        MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
        ends(consumer, end);
        return consumer;
    }

    private static void ends(MockConsumer<String, byte[]> consumer, long end) {
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, end));
    }

    private void added(byte[] value) {
        consumer.addRecord(new ConsumerRecord<>(PARTITION.topic(), 0, offset++, Stage.OCR.id(), value));
    }
}
