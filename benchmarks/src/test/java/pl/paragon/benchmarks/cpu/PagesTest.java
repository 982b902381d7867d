package pl.paragon.benchmarks.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.testsupport.DrawnReceipts;
import pl.paragon.testsupport.ReceiptsInRareFormats;

class PagesTest {

    @TempDir
    private Path folder;

    @Test
    void shouldCountThePagesOfAFile() throws IOException {
        assertThat(Pages.of(DrawnReceipts.writeTextPdf(folder.resolve("three.PDF"), 3)))
                .isEqualTo(3);
        assertThat(Pages.of(ReceiptsInRareFormats.TIFF_OF_TWO_PAGES.writeInto(folder)))
                .isEqualTo(2);
        assertThat(Pages.of(ReceiptsInRareFormats.HEIC.writeInto(folder))).isEqualTo(1);
    }
}
