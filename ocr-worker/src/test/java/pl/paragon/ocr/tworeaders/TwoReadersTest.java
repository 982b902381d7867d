package pl.paragon.ocr.tworeaders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.text.Box;
import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.Symbol;
import pl.paragon.contracts.text.TextLine;
import pl.paragon.contracts.text.Word;
import pl.paragon.ocr.Natives;
import pl.paragon.ocr.natives.UnsupportedPlatformException;
import pl.paragon.ocr.picture.Picture;
import pl.paragon.ocr.reading.ReadingMetrics;
import pl.paragon.ocr.reading.ReadingStoppedException;
import pl.paragon.ocr.reading.StopSignal;
import pl.paragon.ocr.tesseract.TesseractEngines;
import pl.paragon.ocr.tesseract.TesseractWitness;
import pl.paragon.testsupport.DrawnReceipts;
import pl.paragon.worker.stage.StageException;

class TwoReadersTest {

    private static final MeterRegistry METERS = new SimpleMeterRegistry();
    private static final ReadingMetrics METRICS = new ReadingMetrics(METERS);

    private static TesseractWitness witness;
    private static ReaderModels models;
    private static TwoReaders reader;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        witness = new TesseractWitness(new TesseractEngines(Natives.tesseract()));
        models = ReaderModels.load(Natives.FOLDER.resolve("onnxruntime"), ReaderModels.Own.NONE);
        reader = new TwoReaders(models, witness, METRICS, 1_500, 400_000);
    }

    @AfterAll
    static void stop() {
        reader.close();
    }

    @Test
    void shouldTellHowLongEachStepTakes() throws Exception {
        // when
        read(reader, DrawnReceipts.scaled(DrawnReceipts.picture(), 0.4));

        // then
        assertThat(List.of("detect", "read_narrow", "read_full", "witness")).allSatisfy(step -> assertThat(
                        METERS.get("paragon.ocr.step").tag("step", step).timer().totalTime(TimeUnit.MILLISECONDS))
                .isPositive());
    }

    @Test
    void shouldReadPolishLettersAndAmounts() throws Exception {
        // when
        Page page = read(DrawnReceipts.picture());

        // then
        assertThat(withoutSpaces(page))
                .contains("SKLEPSPOŻYWCZYŻÓŁW", "Świętokrzyska", "Łódź", "Masłośmietank.", "15,98C", "26,77");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void shouldReadAPictureWhicheverWayUpAndPlaceItsLinesUpright(int quarters) throws Exception {
        // given
        BufferedImage upright = DrawnReceipts.picture();

        // when
        Page page = read(DrawnReceipts.turned(upright, quarters));

        // then
        assertThat(page.width()).isEqualTo(upright.getWidth());
        assertThat(page.height()).isEqualTo(upright.getHeight());
        assertThat(withoutSpaces(page)).startsWith("SKLEPSPOŻYWCZYŻÓŁW").contains("26,77");
        Word amount = page.lines().stream()
                .flatMap(line -> line.words().stream())
                .filter(word -> word.text().endsWith("26,77"))
                .findFirst()
                .orElseThrow();
        Box box = amount.box();
        assertThat(box.x() + box.w()).isBetween(640, 690);
        assertThat(box.y() + box.h() / 2).isBetween(430, 470);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void shouldReadATurnedPictureToTheLastLetterAsAnUprightOne(int quarters) throws Exception {
        // given a tall receipt whose rows fill its width
        List<String> rows = IntStream.range(0, 40)
                .mapToObj("OLEJ RZEPAKOWY 1,%02dL  2 x10,99  21,98A"::formatted)
                .toList();
        BufferedImage upright = DrawnReceipts.picture(rows, Color.BLACK, Color.WHITE);

        // then
        assertThat(withoutSpaces(read(DrawnReceipts.turned(upright, quarters))))
                .isEqualTo(withoutSpaces(read(upright)));
    }

    @ParameterizedTest
    @CsvSource({"1, true", "2, true", "3, true", "1, false", "2, false", "3, false"})
    void shouldReadAReceiptThatLiesTurnedNextToAnother(int quarters, boolean beside) throws Exception {
        // given
        BufferedImage upright = DrawnReceipts.picture();
        BufferedImage other = DrawnReceipts.picture(DrawnReceipts.OTHER_LINES, Color.BLACK, Color.WHITE);

        // when
        Page page = read(DrawnReceipts.together(upright, DrawnReceipts.turned(other, quarters), beside));

        // then both are read, one after the other
        assertThat(withoutSpaces(page).replace("\n", ""))
                .startsWith("SKLEPSPOŻYWCZYŻÓŁW")
                .containsSubsequence("Chlebwiejski", "4,50C", "SUMAPLN", "26,77")
                .containsSubsequence("26,77", "PIEKARNIAPODKASZTANEM", "Bułkagrahamka", "7,20C", "SUMAPLN", "19,50")
                .endsWith("19,50");
        // and the turned one stands where it lies, and runs as it does
        List<TextLine> turned = page.lines().stream()
                .filter(line -> beside
                        ? line.quad().bounds().x() > upright.getWidth()
                        : line.quad().bounds().y() > upright.getHeight())
                .toList();
        assertThat(turned).hasSizeGreaterThan(DrawnReceipts.OTHER_LINES.size()).allSatisfy(line -> {
            double angle = Math.toDegrees(Math.atan2(
                    line.quad().y2() - line.quad().y1(),
                    line.quad().x2() - line.quad().x1()));
            assertThat((angle + 360 - 90 * quarters) % 360)
                    .satisfiesAnyOf(off -> assertThat(off).isLessThan(5), off -> assertThat(off)
                            .isGreaterThan(355));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void shouldReadThreeReceiptsThatAllRunAnotherWay(int quarters) throws Exception {
        // given
        BufferedImage first = DrawnReceipts.picture();
        BufferedImage second = DrawnReceipts.picture(DrawnReceipts.OTHER_LINES, Color.BLACK, Color.WHITE);

        // when
        Page page = read(DrawnReceipts.together(
                DrawnReceipts.together(first, DrawnReceipts.turned(second, quarters), true),
                DrawnReceipts.turned(first, quarters % 3 + 1),
                true));

        // then
        String text = withoutSpaces(page).replace("\n", "");
        assertThat(text).containsSubsequence("PIEKARNIAPODKASZTANEM", "Bułkagrahamka", "7,20C", "SUMAPLN", "19,50");
        assertThat(text.split("SKLEPSPOŻYWCZYŻÓŁW", -1)).hasSize(3);
        assertThat(text.split("26,77", -1)).hasSize(3);
    }

    @Test
    void shouldGiveEachCharacterWithWhatElseItMayBe() throws Exception {
        // when
        Page page = read(DrawnReceipts.picture());

        // then
        TextLine name = page.lines().getFirst();
        String best = name.symbols().stream()
                .map(symbol -> symbol.candidates().getFirst().text())
                .collect(Collectors.joining());
        assertThat(best).isEqualTo(name.text());
        assertThat(name.symbols()).extracting(Symbol::at).isSorted();
        assertThat(name.symbols().stream().flatMap(symbol -> symbol.candidates().stream()))
                .allSatisfy(candidate -> assertThat(candidate.p()).isBetween(0.0, 1.0));
    }

    @Test
    void shouldFindTheLinesOfASmallPicture() throws Exception {
        // when
        Page page = read(DrawnReceipts.scaled(DrawnReceipts.picture(), 0.4));

        // then
        assertThat(withoutSpaces(page)).contains("SUMAPLN", "26,77");
    }

    @Test
    void shouldReadEachLineOfAVeryTallScreenshotOnce() throws Exception {
        // given 240 lines, some ten thousand pixels
        List<String> lines = IntStream.range(0, 240)
                .mapToObj("TOWAR%03d      1,00A"::formatted)
                .toList();

        // when
        Page page = read(DrawnReceipts.picture(lines, Color.BLACK, Color.WHITE));

        // then
        assertThat(page.height()).isGreaterThan(10_000);
        String text = withoutSpaces(page);
        assertThat(lines).allSatisfy(line -> assertThat(text.split(line.substring(0, 8), -1))
                .as(line)
                .hasSize(2));
    }

    @Test
    void shouldReadLightPrintOnDarkGround() throws Exception {
        // when
        Page page = read(DrawnReceipts.picture(DrawnReceipts.LINES, Color.WHITE, new Color(25, 30, 35)));

        // then
        assertThat(withoutSpaces(page)).contains("śmietank.", "26,77");
    }

    @Test
    void shouldFindNothingInABlankPicture() throws Exception {
        assertThat(read(DrawnReceipts.picture(List.of("", "", ""), Color.BLACK, Color.WHITE))
                        .lines())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"5, 400000", "1500, 1000"})
    void shouldRefuseMorePrintThanAReceiptHas(int lines, int columns) {
        // given
        TwoReaders limited = new TwoReaders(models, witness, METRICS, lines, columns);

        // when / then
        assertThatThrownBy(() -> read(limited, DrawnReceipts.picture()))
                .isInstanceOfSatisfying(
                        StageException.class, e -> assertThat(e.error().code()).isEqualTo(ErrorCode.TEXT_TOO_LONG));
    }

    @Test
    void shouldStopWhenToldTo() {
        // given
        StopSignal stop = new StopSignal();
        stop.raise();
        Path file = DrawnReceipts.write(DrawnReceipts.picture(), folder.resolve("receipt.png"));

        // when / then
        try (Picture picture = Picture.of(opencv_imgcodecs.imread(file.toString()))) {
            assertThatThrownBy(() -> reader.read(picture, 1, stop)).isInstanceOf(ReadingStoppedException.class);
        }
    }

    @Test
    void shouldReadEachLineAsItIsWithARecogniserOfTheOperators() throws Exception {
        // given
        Optional<Path> own = Optional.of(Path.of("../models/paragon-rec.onnx"));

        // when
        try (ReaderModels theirs = ReaderModels.load(
                Natives.FOLDER.resolve("onnxruntime"), new ReaderModels.Own(Optional.empty(), own, Optional.empty()))) {
            Page page = read(new TwoReaders(theirs, witness, METRICS, 1_500, 400_000), DrawnReceipts.picture());

            // then
            assertThat(models.narrow()).isPresent();
            assertThat(theirs.narrow()).isEmpty();
            assertThat(withoutSpaces(page)).contains("SKLEPSPOŻYWCZYŻÓŁW", "26,77");
        }
    }

    @Test
    void shouldSayThatAModelIsNoModel() {
        // given
        Path file = DrawnReceipts.write(DrawnReceipts.picture(), folder.resolve("no-model.png"));

        // when / then
        assertThatThrownBy(() -> ReaderModels.load(
                        Natives.FOLDER.resolve("onnxruntime"),
                        new ReaderModels.Own(Optional.of(file), Optional.empty(), Optional.empty())))
                .isInstanceOf(UnsupportedPlatformException.class);
    }

    private Page read(BufferedImage image) throws Exception {
        return read(reader, image);
    }

    private Page read(TwoReaders reader, BufferedImage image) throws Exception {
        Path file = DrawnReceipts.write(image, folder.resolve("receipt.png"));
        try (Picture picture = Picture.of(opencv_imgcodecs.imread(file.toString()))) {
            return reader.read(picture, 1, new StopSignal());
        }
    }

    private static String withoutSpaces(Page page) {
        return page.lines().stream().map(line -> line.text().replace(" ", "")).collect(Collectors.joining("\n"));
    }
}
