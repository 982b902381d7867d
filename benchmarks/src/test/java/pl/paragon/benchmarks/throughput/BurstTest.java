package pl.paragon.benchmarks.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.benchmarks.sidebyside.PlayedSystem;
import pl.paragon.benchmarks.sidebyside.Target.Kind;

class BurstTest {

    @TempDir
    private Path folder;

    private final PlayedSystem system = new PlayedSystem();

    BurstTest() throws IOException {}

    @AfterEach
    void close() {
        system.close();
    }

    @Test
    void shouldCountReceiptsUntilTheLastIsRead() throws IOException, InterruptedException {
        // given
        system.whereJobsAre("SUCCESS");

        // when
        Burst.Outcome outcome =
                Burst.of(system.target(Kind.PARAGON), pictures(20)).measure();

        // then
        assertThat(outcome.read()).isEqualTo(20);
        assertThat(outcome.failed()).isZero();
        assertThat(system.bodies()).hasSize(20);
    }

    @Test
    void shouldNotCountWhatFailed() throws IOException, InterruptedException {
        // given
        system.whereJobsAre("FAILURE");

        // when
        Burst.Outcome outcome =
                Burst.of(system.target(Kind.PARAGON), pictures(3)).measure();

        // then
        assertThat(outcome.failed()).isEqualTo(3);
        assertThat(outcome.perMinute()).isZero();
    }

    @Test
    void shouldCountPerMinute() {
        assertThat(new Burst.Outcome(Duration.ofSeconds(30), 20, 1).perMinute()).isEqualTo(40);
    }

    private List<Path> pictures(int count) throws IOException {
        List<Path> pictures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pictures.add(Files.write(folder.resolve(i + ".jpg"), new byte[] {(byte) i}));
        }
        return pictures;
    }
}
