package pl.paragon.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.paragon.contracts.job.Stage;

class StagePausedTest {

    private static final Instant NOW = Instant.parse("2026-03-14T12:00:00Z");
    private static final String LONG = "x".repeat(StagePaused.LONGEST_REASON + 1);

    @Test
    void shouldLastUntilItsEnd() {
        // given
        StagePaused pause = paused(Duration.ofHours(2), "anna", "Wymiana dysku");

        // when, then
        assertThat(pause.lasts(NOW.plusSeconds(7199))).isTrue();
        assertThat(pause.lasts(NOW.plusSeconds(7200))).isFalse();
        assertThat(StagePaused.resumed(Stage.OCR, NOW, "anna").lasts(NOW)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "P7DT1S, anna, Wymiana dysku, after 7 days",
        "PT1H, '', Wymiana dysku, owner is missing",
        "PT1H, anna, '', reason is missing",
        "PT1H, LONG, Wymiana dysku, owner is longer",
        "PT1H, anna, LONG, reason is longer",
    })
    void shouldSayWhatIsWrongWithAPause(Duration length, String owner, String reason, String complaint) {
        assertThatThrownBy(() -> paused(length, owner.replace("LONG", LONG), reason.replace("LONG", LONG)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void shouldBeKeptForLongerThanAnyPauseLasts() {
        assertThat(Topic.STAGE_PAUSED.retention()).isGreaterThan(StagePaused.LONGEST.multipliedBy(2));
    }

    private static StagePaused paused(Duration length, String owner, String reason) {
        return new StagePaused(Stage.OCR, NOW, NOW.plus(length), owner, reason);
    }
}
