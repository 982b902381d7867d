package pl.paragon.benchmarks.micro;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import pl.paragon.api.status.JobStatus;
import pl.paragon.benchmarks.micro.FoldBenchmark.Life;
import pl.paragon.contracts.receipt.Holds;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.receipt.Verification.Verdict;

/** What is measured is the work that its name says. */
class MeasuredWorkTest {

    @Test
    void shouldProveTheShortReceipt() {
        // given
        AnalysisBenchmark benchmark = on(DrawnReceipt.ZABKA);

        // then
        ReceiptAnalysis receipt = benchmark.grammar().receipt();
        assertThat(receipt.items()).hasSize(1);
        assertThat(receipt.verification().verdict()).isEqualTo(Verdict.PROVED);
        assertThat(benchmark.proof().verification().verdict()).isEqualTo(Verdict.PROVED);
    }

    @Test
    void shouldTryEverythingOnTheLongReceipt() {
        // given
        AnalysisBenchmark benchmark = on(DrawnReceipt.LIDL);

        // then
        ReceiptAnalysis receipt = benchmark.grammar().receipt();
        assertThat(receipt.items()).hasSize(19);
        assertThat(receipt.verification().verdict()).isEqualTo(Verdict.IN_DOUBT);
        assertThat(benchmark.proof().verification().checks()).anyMatch(check -> check.holds() == Holds.NO);
    }

    @Test
    void shouldWriteWhatItReads() {
        for (DrawnReceipt receipt : DrawnReceipt.values()) {
            // given
            CodecBenchmark benchmark = new CodecBenchmark();
            benchmark.receipt = receipt;
            benchmark.read();

            // then
            assertThat(benchmark.writeText()).isEqualTo(receipt.json());
            assertThat(benchmark.readText()).isEqualTo(receipt.text());
            assertThat(benchmark.readAnalysis().items()).isNotEmpty();
            assertThat(benchmark.writeAnalysis()).isNotEmpty();
        }
    }

    @Test
    void shouldFoldEachLifeToItsStatus() {
        assertThat(JobStatus.fold(FoldBenchmark.facts(Life.WAITING))).isInstanceOf(JobStatus.Pending.class);
        assertThat(JobStatus.fold(FoldBenchmark.facts(Life.IN_PROGRESS))).isInstanceOf(JobStatus.Progress.class);
        assertThat(JobStatus.fold(FoldBenchmark.facts(Life.SAVED))).isInstanceOf(JobStatus.Succeeded.class);
    }

    private static AnalysisBenchmark on(DrawnReceipt receipt) {
        AnalysisBenchmark benchmark = new AnalysisBenchmark();
        benchmark.receipt = receipt;
        benchmark.read();
        return benchmark;
    }
}
