package pl.paragon.benchmarks.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import pl.paragon.benchmarks.growth.Growth.Row;
import pl.paragon.benchmarks.sidebyside.PlayedSystem;
import pl.paragon.benchmarks.sidebyside.Target.Kind;

class GrowthOfASystemTest {

    private final PlayedSystem paragon = new PlayedSystem().whereJobsAre("SUCCESS");

    GrowthOfASystemTest() throws IOException {}

    @AfterEach
    void close() {
        paragon.close();
    }

    @Test
    void shouldFillTheQueueAndEmptyItDownToEachLevelWhileOcrIsPaused() throws IOException, InterruptedException {
        // when
        Growth growth =
                new QueueGrowth(3, Duration.ofMillis(5), 2).measure(paragon.target(Kind.PARAGON), List.of(4, 20));

        // then: two measurements of three uploads at each level; those above the next level are cancelled
        assertThat(paragon.states()).hasSize(20 + 6 + 6);
        assertThat(paragon.states()).filteredOn("PENDING"::equals).hasSize(4 + 6);
        assertThat(paragon.states()).filteredOn("REVOKED"::equals).hasSize(20 - 4 + 6);
        assertThat(paragon.isPaused()).isFalse();
        assertThat(growth.rows())
                .extracting(row -> row.setting().get("waiting jobs") + " " + row.measure())
                .containsExactly(
                        "4 upload p50",
                        "20 upload p50",
                        "4 upload p99",
                        "20 upload p99",
                        "4 status p50",
                        "20 status p50",
                        "4 status p99",
                        "20 status p99");
        assertThat(growth.rows())
                .allSatisfy(row -> assertThat(row.paragonRepeats()).hasSize(2));
    }

    @Test
    void shouldHaveAsManyWorkersAsTheLevelSays() throws IOException, InterruptedException {
        // given
        List<Integer> uploadsBefore = new ArrayList<>();

        // when
        Growth growth = new WorkerGrowth(5, 2)
                .measure(
                        paragon.target(Kind.PARAGON),
                        List.of(1, 3),
                        () -> uploadsBefore.add(paragon.bodies().size()));

        // then: two join after three bursts of one worker's jobs
        assertThat(uploadsBefore).containsExactly(3 * 5, 3 * 5);
        assertThat(paragon.bodies()).hasSize(3 * 5 + 3 * 15);
        assertThat(growth.rows())
                .extracting(Row::setting)
                .extracting("ocr-workers")
                .containsExactly(1, 3);
        assertThat(growth.rows())
                .allSatisfy(row -> assertThat(row.paragonRepeats()).hasSize(2));
    }

    @Test
    void shouldFailIfAJobOfAWorkerDoesNotSucceed() {
        // given
        paragon.whereJobsAre("FAILURE");

        // then
        WorkerGrowth growth = new WorkerGrowth(2, 1);
        assertThatThrownBy(() -> growth.measure(paragon.target(Kind.PARAGON), List.of(1), () -> {}))
                .hasMessage("2 jobs did not end with SUCCESS");
    }

    @Test
    void shouldRefuseLevelsThatDoNotGrow() {
        // given
        StringWriter errors = new StringWriter();
        CommandLine growth = new CommandLine(new GrowthCommand()).setErr(new PrintWriter(errors));

        // then
        assertThat(growth.execute("--workers", "2,1")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(growth.execute("--waiting", "10,609")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(errors.toString())
                .contains("--workers: 1 must be at least 3")
                .contains("--waiting: 609 must be at least 610");
    }
}
