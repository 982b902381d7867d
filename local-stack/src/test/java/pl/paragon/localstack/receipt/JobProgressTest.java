package pl.paragon.localstack.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.json.Json;
import pl.paragon.operations.terminal.Screen;

class JobProgressTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void shouldShowEachStepOnceAlsoThoseThatWereOverBeforeTheyWereSeen() {
        // given
        JobProgress progress = progress(false);

        // when
        show(progress, "{\"status\": \"PENDING\", \"message\": \"Task is waiting for execution\"}");
        show(
                progress,
                "{\"status\": \"PROGRESS\", \"step\": \"OCR\", \"progress\": 25, \"message\": \"Przetwarzanie OCR\"}");
        show(
                progress,
                "{\"status\": \"PROGRESS\", \"step\": \"OCR\", \"progress\": 25, \"message\": \"Przetwarzanie OCR\"}");
        show(progress, "{\"status\": \"SUCCESS\"}");

        // then
        assertThat(text().lines().map(l -> l.replaceAll("^  r.jpg: +(\\d+) %.*", "$1")))
                .containsExactly("5", "10", "25", "40", "60", "80", "90", "100");
        assertThat(text()).contains("Przetwarzanie OCR", "Zapisywanie do bazy danych");
    }

    @Test
    void shouldNotClaimStepsThatAFailedJobDidNotReach() {
        // given
        JobProgress progress = progress(false);

        // when
        show(
                progress,
                "{\"status\": \"PROGRESS\", \"step\": \"Validation\", \"progress\": 10, \"message\": \"Walidacja pliku\"}");
        show(progress, "{\"status\": \"FAILURE\", \"error\": \"To nie jest paragon\"}");

        // then
        assertThat(text().lines()).hasSize(2);
    }

    @Test
    void shouldTellOfARetryOnce() {
        // given
        JobProgress progress = progress(false);

        // when
        show(progress, "{\"status\": \"RETRY\", \"message\": \"Task is being retried\"}");
        show(progress, "{\"status\": \"RETRY\", \"message\": \"Task is being retried\"}");

        // then
        assertThat(text()).isEqualTo("  r.jpg: RETRY  Task is being retried\n");
    }

    @Test
    void shouldDrawABarOnATerminal() {
        // given
        JobProgress progress = progress(true);

        // when
        show(
                progress,
                "{\"status\": \"PROGRESS\", \"step\": \"AI Analysis\", \"progress\": 60, \"message\": \"Analiza AI\"}");

        // then
        assertThat(text()).isEqualTo("r.jpg  [██████████████░░░░░░░░░░]  60 %  1.5 s  AI Analysis  Analiza AI\n");
    }

    private JobProgress progress(boolean terminal) {
        return new JobProgress(new Screen(new PrintStream(bytes, true, StandardCharsets.UTF_8), terminal), "r.jpg");
    }

    private static void show(JobProgress progress, String data) {
        progress.show(Json.read(data.getBytes(StandardCharsets.UTF_8), JsonNode.class), Duration.ofMillis(1500));
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
