package pl.paragon.benchmarks.emptyjobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.paragon.benchmarks.sidebyside.Figures;
import pl.paragon.benchmarks.sidebyside.OneByOne;
import pl.paragon.benchmarks.sidebyside.PlayedSystem;
import pl.paragon.benchmarks.sidebyside.Systems;
import pl.paragon.benchmarks.sidebyside.Target.Kind;

class EmptyJobsTest {

    private final PlayedSystem paragon = new PlayedSystem().whereJobsAre("SUCCESS");
    private final PlayedSystem reference = new PlayedSystem().whereJobsAre("SUCCESS");
    private final Systems systems =
            new Systems(paragon.target(Kind.PARAGON), Optional.of(reference.target(Kind.REFERENCE)));
    private final Figures figures = new Figures();

    EmptyJobsTest() throws IOException {}

    @AfterEach
    void close() {
        paragon.close();
        reference.close();
    }

    @Test
    void shouldMeasureBothInEachRepeatAfterWarmingUp() throws IOException, InterruptedException {
        // when
        new EmptyJobs(7, 3, 2).measure(systems, 2, figures);

        // then
        List<PlayedSystem> both = List.of(paragon, reference);
        assertThat(both).allSatisfy(system -> assertThat(system.bodies()).hasSize(2 + 2 * (7 + 3)));
        assertThat(figures.rows())
                .extracting(row -> row.setting() + " " + row.measure() + " " + row.bar())
                .containsExactly(
                        "{jobs at once=7} jobs >= 5.00 x",
                        "{one after the other=3} p50 <= 1.00 x",
                        "{one after the other=3} p99 ");
        assertThat(figures.rows()).allSatisfy(row -> {
            assertThat(row.paragonRepeats()).hasSize(2);
            assertThat(row.referenceRepeats()).hasSize(2);
        });
    }

    @Test
    void shouldUploadPicturesThatNoTwoAreTheSame() throws IOException, InterruptedException {
        // when
        new EmptyJobs(4, 3, 2).measure(systems, 1, figures);

        // then
        assertThat(paragon.bodies()).extracting(ByteBuffer::wrap).doesNotHaveDuplicates();
        byte[] file = SmallReceipt.file().bytes();
        assertThat(file).hasSize(1_000);
        assertThat(ImageIO.read(new ByteArrayInputStream(file)).getWidth()).isEqualTo(100);
    }

    @Test
    void shouldFailIfAJobOfABurstDoesNotSucceed() {
        // given
        paragon.whereJobsAre("FAILURE");

        // then
        assertThatThrownBy(() -> new EmptyJobs(4, 3, 2).measure(systems, 1, figures))
                .hasMessage("2 of 2 empty jobs of the paragon did not end with SUCCESS");
    }

    @Test
    void shouldFailIfAJobOfOneClientDoesNotSucceed() {
        // given
        reference.whereJobsAre("REVOKED");

        // then
        OneByOne client = new OneByOne(reference.target(Kind.REFERENCE), Clock.systemUTC());
        assertThatThrownBy(() -> client.send(SmallReceipt.uploads(reference.target(Kind.REFERENCE), 1)))
                .hasMessageContaining("of the reference ended as REVOKED");
    }
}
