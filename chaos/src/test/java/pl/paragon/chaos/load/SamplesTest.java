package pl.paragon.chaos.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplesTest {

    private static final Duration TIME = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void shouldFollowFromTheirSeed() throws IOException {
        // when
        List<Sample> once = Samples.write(5, 40, TIME, folder.resolve("once"));
        List<Sample> again = Samples.write(5, 40, TIME, folder.resolve("again"));
        List<Sample> other = Samples.write(6, 40, TIME, folder.resolve("other"));

        // then
        assertThat(told(again)).isEqualTo(told(once));
        assertThat(told(other)).isNotEqualTo(told(once));
    }

    @Test
    void shouldBeOfAllKindsAndAFifthCancelled() throws IOException {
        // when
        List<Sample> samples = Samples.write(1, 60, TIME, folder);

        // then
        assertThat(Samples.kinds(samples))
                .containsEntry("picture", 6L)
                .containsEntry("scan", 2L)
                .containsEntry("hostile", 5L)
                .containsEntry("text_pdf", 47L);
        assertThat(samples)
                .filteredOn(sample -> sample.cancelAfter().isPresent())
                .hasSize(12);
        assertThat(samples).allSatisfy(sample -> assertThat(sample.file()).isNotEmptyFile());
    }

    @Test
    void shouldMarkEachReceiptSoThatAStrayFileShowsWhoseItIs() throws IOException {
        // given
        Sample sample = Samples.write(1, 12, TIME, folder).stream()
                .filter(s -> s.nature() instanceof Sample.Receipt)
                .findFirst()
                .orElseThrow();

        // then
        assertThat(new String(Files.readAllBytes(sample.file()), StandardCharsets.ISO_8859_1))
                .endsWith("%% chaos %04d%n".formatted(sample.number()));
    }

    @Test
    void shouldNameEachUploadDifferently() {
        // given
        Sample sample = new Sample(
                3, Path.of("chaos-0003.pdf"), new Sample.Receipt(Sample.Paper.TEXT_PDF), TIME, Optional.empty());

        // then
        assertThat(sample.uploadName(1)).isEqualTo("chaos-0003.pdf");
        assertThat(sample.uploadName(2)).isEqualTo("chaos-0003-again-2.pdf");
    }

    private static List<String> told(List<Sample> samples) throws IOException {
        List<String> told = new ArrayList<>();
        for (Sample sample : samples) {
            told.add("%s %s %s %d"
                    .formatted(
                            sample.file().getFileName(),
                            sample.due(),
                            sample.cancelAfter(),
                            Files.size(sample.file())));
        }
        return told;
    }
}
