package pl.paragon.benchmarks.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.paragon.benchmarks.sidebyside.PlayedSystem;
import pl.paragon.benchmarks.sidebyside.Target.Kind;

class UploadRoundTest {

    private static final List<PaddedJpeg> FILES = List.of(PaddedJpeg.of(new byte[] {(byte) 0xFF, (byte) 0xD8}, 100));

    private final PlayedSystem system = new PlayedSystem();

    UploadRoundTest() throws IOException {}

    @AfterEach
    void close() {
        system.close();
    }

    @Test
    void shouldMeasureAllButTheWarmUpAndCancelAll() throws IOException, InterruptedException {
        // when
        UploadRound.Outcome outcome = new UploadRound(system.target(Kind.PARAGON), 3, FILES).measure(4, 20);

        // then
        assertThat(outcome.latencies().size()).isEqualTo(20);
        assertThat(outcome.perSecond()).isPositive();
        assertThat(outcome.begun()).isZero();
        assertThat(system.states()).hasSize(24).containsOnly("REVOKED");
    }

    @Test
    void shouldUploadNoFileTwice() throws IOException, InterruptedException {
        // when
        new UploadRound(system.target(Kind.PARAGON), 2, FILES).measure(2, 10);
        new UploadRound(system.target(Kind.REFERENCE), 2, FILES).measure(2, 10);

        // then
        assertThat(system.bodies()).extracting(ByteBuffer::wrap).hasSize(24).doesNotHaveDuplicates();
    }

    @Test
    void shouldCountWhatSomebodyHasBegunToWorkOn() throws IOException, InterruptedException {
        // given
        system.whereJobsAre("PROGRESS");

        // when
        UploadRound.Outcome outcome = new UploadRound(system.target(Kind.PARAGON), 1, FILES).measure(1, 5);

        // then
        assertThat(outcome.begun()).isEqualTo(6);
    }

    @Test
    void shouldFailIfAnUploadIsRefused() {
        // given
        system.refusing(1);

        // then
        UploadRound round = new UploadRound(system.target(Kind.PARAGON), 2, FILES);
        assertThatThrownBy(() -> round.measure(1, 1)).hasMessageContaining("HTTP 507");
    }
}
