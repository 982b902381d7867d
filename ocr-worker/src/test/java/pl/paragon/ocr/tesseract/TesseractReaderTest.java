package pl.paragon.ocr.tesseract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.TextLine;
import pl.paragon.contracts.text.Word;
import pl.paragon.ocr.Natives;
import pl.paragon.ocr.picture.Picture;
import pl.paragon.ocr.reading.ReadingStoppedException;
import pl.paragon.ocr.reading.StopSignal;
import pl.paragon.testsupport.DrawnReceipts;

class TesseractReaderTest {

    private static TesseractEngines engines;
    private static TesseractReader reader;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        engines = new TesseractEngines(Natives.tesseract());
        reader = new TesseractReader(engines);
    }

    @AfterAll
    static void stop() {
        reader.close();
    }

    @Test
    void shouldReadPolishLettersAndAmounts() throws Exception {
        // when
        Page page = read(DrawnReceipts.picture());

        // then
        assertThat(page.origin()).isEqualTo(Page.Origin.PICTURE);
        assertThat(text(page))
                .contains("SKLEP SPOŻYWCZY ŻÓŁW", "Świętokrzyska", "Łódź", "Masło śmietank.", "15,98C", "26,77");
    }

    @Test
    void shouldSayWhereWordsStandAndHowSureItIs() throws Exception {
        // when
        Page page = read(DrawnReceipts.picture());

        // then
        assertThat(page.lines()).hasSize(DrawnReceipts.LINES.size());
        TextLine total = page.lines().getLast();
        Word amount = total.words().getLast();
        assertThat(amount.text()).isEqualTo("26,77");
        assertThat(amount.box().x()).isBetween(550, 600);
        assertThat(amount.box().y()).isBetween(425, 445);
        assertThat(amount.box().h()).isBetween(20, 35);
        assertThat(amount.confidence()).isBetween(0.6, 1.0);
        assertThat(total.confidence()).isBetween(0.6, 1.0);
    }

    @Test
    void shouldPlaceWordsInThePictureAsDisplayedWhateverSizeItWasDecodedAt() throws Exception {
        // given
        Path file = DrawnReceipts.write(DrawnReceipts.picture(), folder.resolve("receipt.png"));

        // when
        Page page;
        try (Picture decodedAtHalfTheSize = new Picture(
                opencv_imgcodecs.imread(file.toString()),
                2 * DrawnReceipts.picture().getWidth(),
                1000)) {
            page = reader.read(decodedAtHalfTheSize, 1, new StopSignal());
        }

        // then
        assertThat(page.lines().getLast().words().getLast().box().x()).isBetween(1100, 1200);
    }

    @Test
    void shouldReadLightPrintOnDarkGround() throws Exception {
        // when
        Page page = read(DrawnReceipts.picture(DrawnReceipts.LINES, Color.WHITE, new Color(25, 30, 35)));

        // then
        assertThat(text(page)).contains("Masło śmietank.", "26,77");
    }

    @Test
    void shouldInitialiseAnEngineOnceForManyPages() throws Exception {
        // given
        read(DrawnReceipts.picture());
        int before = engines.made();

        // when
        read(DrawnReceipts.picture(List.of("MLEKO ŁACIATE 3,29"), Color.BLACK, Color.WHITE));
        read(DrawnReceipts.picture(List.of("SER GOUDA 12,99"), Color.BLACK, Color.WHITE));

        // then
        assertThat(engines.made()).isEqualTo(before);
    }

    @Test
    void shouldStopInTheMiddleOfAPageWhenToldTo() throws Exception {
        // given a signal that is raised as soon as the first word is recognised
        StopSignal stop = new StopSignal();
        Path file = DrawnReceipts.write(DrawnReceipts.picture(), folder.resolve("receipt.png"));

        // when / then
        try (Picture picture = Picture.of(opencv_imgcodecs.imread(file.toString()))) {
            stop.raise();
            assertThatThrownBy(() -> reader.read(picture, 1, stop)).isInstanceOf(ReadingStoppedException.class);
            assertThat(text(reader.read(picture, 1, new StopSignal())))
                    .as("the engine is as good as new")
                    .contains("26,77");
        }
    }

    @Test
    void shouldNameWhatIsMissingForALanguageThatIsNotThere() {
        // when / then
        assertThatThrownBy(() -> TesseractInstallation.find(
                        Natives.FOLDER.resolve("tesseract"), Optional.of(folder), List.of("pol", "ces")))
                .hasMessageContaining("pol.traineddata")
                .hasMessageContaining("paragon.ocr.tessdata-directory");
    }

    private Page read(BufferedImage image) throws Exception {
        Path file = DrawnReceipts.write(image, folder.resolve("receipt.png"));
        try (Picture picture = Picture.of(opencv_imgcodecs.imread(file.toString()))) {
            return reader.read(picture, 1, new StopSignal());
        }
    }

    private static String text(Page page) {
        return page.lines().stream().map(TextLine::text).collect(Collectors.joining("\n"));
    }
}
