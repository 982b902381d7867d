package pl.paragon.operations.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import pl.paragon.contracts.event.StagePaused;
import pl.paragon.contracts.job.Stage;
import pl.paragon.contracts.json.Json;
import pl.paragon.operations.installation.FixedInstallation;
import pl.paragon.runtime.topics.Topics;
import pl.paragon.testsupport.server.TestServer;
import pl.paragon.testsupport.server.TestServers;

/** The command against a real Kafka; its clock stands still unless a test turns it. */
class StagesIT {

    private static final Instant NOW = Instant.parse("2026-03-14T12:00:00Z");

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private TestServer kafka;

    @BeforeEach
    void start() {
        kafka = TestServers.KAFKA.start(directory.resolve("kafka"));
    }

    @AfterEach
    void stop() {
        kafka.close();
    }

    @Test
    void shouldPauseShowAndResumeAStage() {
        // given a broker that has never heard of a pause
        assertThat(run("list")).isZero();
        assertThat(out.toString()).contains("ocr").contains("working").doesNotContain("paused");
        Topics.create(kafka.uri());

        // when
        assertThat(run("pause", "ocr", "--for", "2h", "--reason", "Wymiana dysku"))
                .isZero();
        assertThat(run("pause", "persistence", "--for", "30m", "--reason", "Kopia", "--owner", "ola"))
                .isZero();

        // then
        assertThat(run("list")).isZero();
        assertThat(out.toString().lines().skip(1))
                .satisfiesExactly(
                        ocr -> assertThat(ocr).matches("ocr +paused +2026-03-14 15:00:00 CET +anna +Wymiana dysku"),
                        analysis -> assertThat(analysis).matches("analysis +working *"),
                        saving ->
                                assertThat(saving).matches("persistence +paused +2026-03-14 13:30:00 CET +ola +Kopia"));

        // when one is resumed and the other ends by itself
        assertThat(run("resume", "ocr")).isZero();
        assertThat(out.toString()).contains("ocr is not paused");
        assertThat(run("list", "--json")).isZero();
        assertThat(Json.read(out.toString().strip().getBytes(), StagePaused.class))
                .isEqualTo(new StagePaused(Stage.PERSISTENCE, NOW, NOW.plus(Duration.ofMinutes(30)), "ola", "Kopia"));
        clock = Clock.offset(clock, Duration.ofMinutes(30));

        // then
        assertThat(run("list", "--json")).isZero();
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "scan, 2h, Wymiana dysku, There is no stage scan",
        "ocr, soon, Wymiana dysku, soon is no time span",
        "ocr, 8d, Wymiana dysku, after 7 days at most",
        "ocr, 2h, '', reason is missing",
    })
    void shouldSayWhatIsWrong(String stage, String span, String reason, String complaint) {
        assertThat(run("pause", stage, "--for", span, "--reason", reason)).isEqualTo(2);
        assertThat(err.toString()).contains(complaint);
    }

    @Test
    void shouldSayThatNoKafkaAnswers() {
        assertThat(run(Optional.empty(), "list")).isEqualTo(2);
        assertThat(run(Optional.of("no address"), "resume", "ocr")).isEqualTo(2);
        assertThat(err.toString()).contains("no address is no address of Kafka");
    }

    private int run(String... arguments) {
        return run(Optional.of(kafka.uri()), arguments);
    }

    private int run(Optional<String> address, String... arguments) {
        out.getBuffer().setLength(0);
        return new CommandLine(
                        new StagesCommand(new FixedInstallation(address), clock, ZoneId.of("Europe/Warsaw"), "anna"))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
