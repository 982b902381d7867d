package pl.paragon.ocr.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import javax.imageio.ImageIO;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.file.FileType;
import pl.paragon.contracts.text.Box;
import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.Word;
import pl.paragon.ocr.Configs;
import pl.paragon.ocr.Natives;
import pl.paragon.ocr.picture.Picture;
import pl.paragon.ocr.reading.PageReader;
import pl.paragon.ocr.reading.ReadingMetrics;
import pl.paragon.ocr.reading.ReadingThreads;
import pl.paragon.ocr.reading.StopSignal;
import pl.paragon.testsupport.DrawnReceipts;
import pl.paragon.worker.stage.StageException;

/** A file is what its bytes are. */
class ReceiptFileReaderTest {

    @TempDir
    Path folder;

    private final ReadingThreads threads = new ReadingThreads(1, Duration.ofMinutes(5), Duration.ofMinutes(5), 1);
    private final ReceiptFileReader reader = new ReceiptFileReader(
            new NoReader(),
            Natives.pictureDecoder(),
            threads,
            new ReadingMetrics(new SimpleMeterRegistry()),
            Configs.defaults().fileLimits());

    @BeforeAll
    static void load() {
        Natives.loadOpenCv();
    }

    @AfterEach
    void close() {
        threads.close();
    }

    @ParameterizedTest
    @EnumSource(FileType.class)
    void shouldKnowEveryKindByAnyOfItsNamesAndByNone(FileType type) throws IOException {
        // given
        Path file = file(type);
        List<String> names = new ArrayList<>(type.names());
        names.add("application/octet-stream");
        names.add("");

        // when / then
        for (String name : names) {
            ReceiptFileReader.Checked checked = reader.validate(file, name);
            assertThat(checked.type()).as("as %s", name).isEqualTo(type);
            assertThat(checked.pictures()).hasSize(type == FileType.PDF ? 0 : 1);
        }
    }

    @ParameterizedTest
    @EnumSource(FileType.class)
    void shouldRefuseEveryKindByTheNameOfAnother(FileType type) throws IOException {
        Path file = file(type);
        for (FileType other : EnumSet.complementOf(EnumSet.of(type))) {
            assertThatThrownBy(() -> reader.validate(file, other.mediaType()))
                    .as("as %s", other)
                    .isInstanceOfSatisfying(
                            StageException.class,
                            e -> assertThat(e.error().code()).isEqualTo(ErrorCode.FILE_TYPE_MISMATCH));
        }
    }

    private Path file(FileType type) throws IOException {
        return switch (type) {
            case JPEG -> written("jpg");
            case PNG -> written("png");
            case TIFF -> written("tiff");
            case GIF -> written("gif");
            case BMP -> written("bmp");
            case WEBP -> webp();
            case HEIC -> resource("scene.heic");
            case AVIF -> resource("scene.avif");
            case JPEG2000 -> resource("scene.jp2");
            case PDF -> DrawnReceipts.writeEncryptedPdf(folder.resolve("a.pdf"));
        };
    }

    private Path written(String format) throws IOException {
        Path file = folder.resolve("a." + format);
        BufferedImage image = new BufferedImage(300, 400, BufferedImage.TYPE_3BYTE_BGR);
        assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
        return file;
    }

    private Path webp() {
        Path file = folder.resolve("a.webp");
        try (Mat white = new Mat(400, 300, opencv_core.CV_8UC3, Scalar.WHITE)) {
            assertThat(opencv_imgcodecs.imwrite(file.toString(), white)).isTrue();
        }
        return file;
    }

    private Path resource(String name) throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/pictures/" + name)) {
            return Files.write(folder.resolve(name), in.readAllBytes());
        }
    }

    /** Nothing is read here. */
    private static final class NoReader implements PageReader {

        @Override
        public String engine() {
            return "none";
        }

        @Override
        public Page read(Picture picture, int number, StopSignal stop) {
            throw new AssertionError("a file was read that was only to be looked at");
        }

        @Override
        public List<Word> read(Picture picture, List<Box> places, StopSignal stop) {
            throw new AssertionError("a file was read that was only to be looked at");
        }

        @Override
        public void close() {}
    }
}
