package pl.paragon.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import pl.paragon.benchmarks.sidebyside.PlayedSystem;

/** The commands that measure two systems, with systems that are played. */
class SideBySideTest {

    @TempDir
    private Path results;

    private final PlayedSystem paragon = new PlayedSystem();
    private final PlayedSystem reference = new PlayedSystem();
    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();
    private final CommandLine commands =
            Benchmarks.commandLine().setErr(new PrintWriter(errors)).setOut(new PrintWriter(out));

    SideBySideTest() throws IOException {}

    @AfterEach
    void close() {
        paragon.close();
        reference.close();
    }

    @Test
    void shouldMeasureUploadsToBothWhileOcrIsPaused() throws IOException {
        // given: an OCR that would work on what is uploaded
        paragon.whereJobsAre("PROGRESS");

        // when
        uploads("--repeats", "2");

        // then: two repeats and the one before, each with one upload before
        assertThat(paragon.bodies()).hasSize(3 * 6);
        assertThat(reference.bodies()).hasSize(3 * 6);
        assertThat(paragon.wasPaused()).isTrue();
        assertThat(paragon.isPaused()).isFalse();
        assertThat(reference.wasPaused()).isFalse();
        assertThat(paragon.states()).containsOnly("REVOKED");
        assertThat(out.toString())
                .contains("command  benchmarks/run uploads", "p99, ms")
                .doesNotContain("NOT IDLE");
        assertThat(lines()).hasSize(3).first().asString().contains("\"size\":\"100B\"", "\"measure\":\"p50\"");
    }

    @Test
    void shouldSayThatTheReferenceWasNotIdle() throws IOException {
        // given
        reference.whereJobsAre("PROGRESS");

        // when
        uploads("--repeats", "1");

        // then
        assertThat(out.toString()).contains("NOT IDLE: the reference worked on 12 of the uploads");
    }

    @Test
    void shouldSayThatNobodyWasBusy() throws IOException {
        // when
        uploads("--repeats", "1", "--busy");

        // then
        assertThat(paragon.wasPaused()).isFalse();
        assertThat(out.toString())
                .contains("NOT BUSY: the paragon worked on none", "NOT BUSY: the reference worked on none");
    }

    @Test
    void shouldFailIfAReceiptIsNotRead() throws IOException {
        // given
        paragon.whereJobsAre("FAILURE");
        reference.whereJobsAre("SUCCESS");

        // when
        int exit = run("throughput", "--count", "1", "--warm-up", "1", "--repeats", "1");

        // then
        assertThat(exit).isEqualTo(1);
        assertThat(out.toString()).contains("not read by the paragon: 1", "not read by the reference: 0");
    }

    private void uploads(String... more) {
        List<String> words =
                new ArrayList<>(List.of("uploads", "--clients", "2", "--sizes", "100B", "--n", "5", "--warm-up", "1"));
        words.addAll(List.of(more));
        assertThat(run(words.toArray(String[]::new))).as(errors.toString()).isZero();
    }

    private int run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--url", paragon.address(), "--reference", reference.address() + "/api/v3/receipts"));
        all.addAll(List.of("--results", results.toString()));
        return commands.execute(all.toArray(String[]::new));
    }

    private List<String> lines() throws IOException {
        try (Stream<Path> files = Files.list(results)) {
            return Files.readAllLines(files.findFirst().orElseThrow());
        }
    }
}
