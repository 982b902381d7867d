package pl.paragon.benchmarks.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictTest {

    private static final long MIB = 1024 * 1024;
    private static final long LIMIT = 500 * MIB;

    @Test
    void shouldCallFlatWhatGrowsByLessThanATenthOfTheLimitInFiveThousandReceipts() {
        assertThat(Verdict.of(0.9 * MIB, 300 * MIB, LIMIT)).isEqualTo(Verdict.FLAT);
        assertThat(Verdict.of(-2.0 * MIB, 300 * MIB, LIMIT)).isEqualTo(Verdict.FLAT);
        assertThat(Verdict.of(1.1 * MIB, 300 * MIB, LIMIT)).isEqualTo(Verdict.GROWS);
    }

    @Test
    void shouldNotLookAwayFromAPeakThatTheContainerWouldNotHaveSurvived() {
        assertThat(Verdict.of(0, LIMIT, LIMIT)).isEqualTo(Verdict.OVER_THE_LIMIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"api-service", "ocr-worker", "analysis-worker", "persistence-worker"})
    void shouldFindTheLimitOfEachService(String service) throws IOException {
        assertThat(Limit.of(Path.of(".."), service)).isGreaterThanOrEqualTo(256 * MIB);
    }

    @Test
    void shouldNotInventALimit() {
        assertThatThrownBy(() -> Limit.in("limits: {cpu: 1}", "ocr-worker")).hasMessageContaining("ocr-worker");
    }

    @Test
    void shouldAddUpThePartsOfTheHeapAndNothingElse() throws IOException {
        // given
        String metrics = """
                jvm_memory_committed_bytes{area="heap",id="Eden Space"} 100.0
                jvm_memory_committed_bytes{area="heap",id="Tenured Gen"} 2.0E3
                jvm_memory_committed_bytes{area="nonheap",id="Metaspace"} 7.0
                jvm_memory_used_bytes{area="heap",id="Eden Space"} 50.0
                """;

        // then
        assertThat(JavaHeap.in(metrics).committedBytes()).isEqualTo(2100);
    }
}
