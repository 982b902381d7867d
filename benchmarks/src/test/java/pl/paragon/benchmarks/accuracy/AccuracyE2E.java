package pl.paragon.benchmarks.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pl.paragon.benchmarks.stack.ReceiptReader;
import pl.paragon.running.RunningParagon;

/**
 * What the built artifacts have read right once, they still read right: the receipts of {@code accuracy.properties},
 * through the whole of Paragon.
 */
class AccuracyE2E {

    private static final Path TABLES = Path.of("target", "accuracy.txt");

    @Test
    void shouldUndercutNoRecordedLevel() throws Exception {
        // given
        Levels levels = Levels.read(Path.of("accuracy.properties"));
        List<Case> receipts = AccuracyRun.recordedReceipts(Path.of("target", "receipts"));

        // when
        AccuracyRun run;
        try (RunningParagon paragon = RunningParagon.in(Path.of("target", "paragon-state"), Map.of())) {
            paragon.up("--fresh");
            ReceiptReader reader = new ReceiptReader(paragon.url(), Optional.empty(), Duration.ofMinutes(5));
            int atATime = 2 * Runtime.getRuntime().availableProcessors();
            run = AccuracyRun.of(receipts, reader, atATime);
        }

        // then
        List<String> tables = new ArrayList<>(run.against(levels));
        tables.add("");
        tables.addAll(run.report(true));
        Files.write(TABLES, tables);
        run.against(levels).forEach(line -> System.out.println("accuracy  " + line));
        assertThat(run.undercut(levels))
                .as(
                        "levels of accuracy.properties that are undercut; which receipts, and how: %s",
                        TABLES.toAbsolutePath())
                .isEmpty();
    }
}
