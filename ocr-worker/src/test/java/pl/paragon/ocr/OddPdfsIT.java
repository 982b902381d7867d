package pl.paragon.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.RecognizedText;
import pl.paragon.contracts.text.TextLine;
import pl.paragon.ocr.file.FileText;
import pl.paragon.ocr.file.ReceiptFileReader;
import pl.paragon.ocr.odd.OddPdf;
import pl.paragon.ocr.odd.OddPdfs;
import pl.paragon.ocr.odd.Receipt;
import pl.paragon.ocr.reading.PageReader;
import pl.paragon.ocr.reading.ReadingMetrics;
import pl.paragon.ocr.reading.ReadingThreads;
import pl.paragon.ocr.tesseract.TesseractEngines;
import pl.paragon.ocr.tesseract.TesseractWitness;
import pl.paragon.ocr.tworeaders.ReaderModels;
import pl.paragon.ocr.tworeaders.TwoReaders;
import pl.paragon.worker.stage.StageException;

/** Each odd PDF is read as its page looks, or refused with the reason. */
class OddPdfsIT {

    private static PageReader reader;
    private static ReadingThreads threads;
    private static ReceiptFileReader files;
    private static QualityGate gate;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        Natives.loadOpenCv();
        OcrConfig config = Configs.defaults();
        reader = new TwoReaders(
                ReaderModels.load(Natives.FOLDER.resolve("onnxruntime"), ReaderModels.Own.NONE),
                new TesseractWitness(new TesseractEngines(Natives.tesseract())),
                new ReadingMetrics(new SimpleMeterRegistry()),
                config.text().pageLines(),
                config.text().pageColumns());
        threads = new ReadingThreads(1, config.pageDeadline(), config.stopGrace(), 0);
        files = new ReceiptFileReader(
                reader,
                Natives.pictureDecoder(),
                threads,
                new ReadingMetrics(new SimpleMeterRegistry()),
                config.fileLimits());
        gate = new QualityGate(config.quality());
    }

    @AfterAll
    static void stop() {
        threads.close();
        reader.close();
    }

    static List<OddPdf> readable() {
        return OddPdfs.all().stream().filter(file -> file.code().isEmpty()).toList();
    }

    static List<OddPdf> refused() {
        return OddPdfs.all().stream().filter(file -> file.code().isPresent()).toList();
    }

    @Test
    void shouldLoseNoFileOfTheCorpus() {
        assertThat(OddPdfs.all())
                .hasSizeGreaterThanOrEqualTo(112)
                .extracting(OddPdf::name)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("readable")
    void shouldReadTheReceiptAsThePageShowsIt(OddPdf odd) throws Exception {
        // when
        FileText read = read(odd);

        // then
        String text = read.pages().stream()
                .flatMap(page -> page.lines().stream())
                .map(TextLine::text)
                .collect(Collectors.joining("\n"));
        assertThat(text.replace(" ", "")).contains(Receipt.TELLS);
        if (!odd.never().isEmpty()) {
            assertThat(text).doesNotContain(odd.never());
        }
        assertThat(read.pages())
                .extracting(Page::origin)
                .containsOnly(odd.origin().orElseThrow());
        assertThat(leftBehind()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("refused")
    void shouldBlameTheFileAndNotThePhotographer(OddPdf odd) throws Exception {
        // given
        FileText read = read(odd);
        RecognizedText text = new RecognizedText(files.engine(read.pages()), read.pages());

        // when / then
        assertThatThrownBy(() -> gate.check(text, read.fault()))
                .isInstanceOfSatisfying(
                        StageException.class,
                        e -> assertThat(e.error().code()).isEqualTo(odd.code().orElseThrow()));
        assertThat(leftBehind()).isEmpty();
    }

    private FileText read(OddPdf odd) throws IOException, InterruptedException {
        Path file = Files.write(folder.resolve("upload.pdf"), odd.bytes());
        return files.read(files.validate(file, "application/pdf"), () -> {});
    }

    /** Attachments are unpacked beside the upload and removed. */
    private List<Path> leftBehind() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> !path.endsWith("upload.pdf")).toList();
        }
    }
}
