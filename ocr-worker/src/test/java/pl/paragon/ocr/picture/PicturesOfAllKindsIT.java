package pl.paragon.ocr.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.paragon.contracts.file.FileType;
import pl.paragon.ocr.Natives;
import pl.paragon.ocr.reading.StopSignal;
import pl.paragon.worker.stage.StageException;

/** Every kind of picture that people send shows what it shows. */
class PicturesOfAllKindsIT extends DecodesPictures {

    static List<String> fixtures() {
        return PictureFiles.FIXTURES;
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void shouldDecodeWhatTelephonesAndArchivesWrite(String name) throws Exception {
        // given
        Path file = files.fixture(name);

        // when
        try (Picture picture = PictureFiles.decode(decoder, file)) {

            // then
            if (name.startsWith("alpha")) {
                Scene.assertGreyIn(picture); // what can be seen is in the alpha alone
            } else {
                Scene.assertIn(picture);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"grid.heic, 4", "scene.heic, 8", "scene.jp2, 2", "ten-bits.avif, 2"})
    void shouldDecodeALargePictureAtAReducedSize(String name, int reduction) throws Exception {
        // given
        long pixels = (long) Scene.WIDTH * Scene.HEIGHT / reduction / reduction + Scene.WIDTH;
        PictureDecoder small = Natives.pictureDecoder(
                new PictureLimits(100_000_000, 40_000_000, 2_000_000_000, 100, 40, pixels, 256 << 20, 20));
        Path file = files.fixture(name);

        // when
        try (Picture picture = PictureFiles.decode(small, file)) {

            // then
            assertThat(picture.pixels().cols()).isEqualTo((Scene.WIDTH + reduction - 1) / reduction);
            Scene.assertIn(picture);
        }
    }

    @Test
    void shouldDecodeCmyk() throws Exception {
        Scene.assertShownBy(decoder, files.fixture("cmyk.jpg"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldTurnPicturesAsTheySay(int orientation) throws Exception {
        Scene.assertShownBy(decoder, files.jpeg(orientation));
        Scene.assertShownBy(decoder, files.tiff(orientation));
        Scene.assertShownBy(decoder, files.png(orientation));
    }

    @ParameterizedTest
    @CsvSource({
        "1, CCITT T.6",
        "1, CCITT T.4",
        "1, PackBits",
        "8, LZW",
        "8, PackBits",
        "8, Deflate",
        "24, LZW",
        "24, ZLib",
        "24, JPEG",
        "24, ",
        "8, "
    })
    void shouldReadAllPagesOfATiff(int depth, String compression) throws Exception {
        // given
        BufferedImage page = Scene.drawn(
                switch (depth) {
                    case 1 -> BufferedImage.TYPE_BYTE_BINARY;
                    case 8 -> BufferedImage.TYPE_BYTE_GRAY;
                    default -> BufferedImage.TYPE_3BYTE_BGR;
                });
        Path file = files.tiff(compression, page, page, page);

        // when
        List<PictureFrame> frames = decoder.check(file, FileType.TIFF);

        // then
        assertThat(frames).extracting(PictureFrame::index).containsExactly(0, 1, 2);
        try (Picture last = decoder.decode(file, FileType.TIFF, frames.getLast(), new StopSignal())) {
            if (depth == 24) {
                Scene.assertIn(last);
            } else {
                Scene.assertGreyIn(last);
            }
        }
    }

    @Test
    void shouldShowTheFirstPictureOfAnAnimation() throws Exception {
        // given
        BufferedImage first = Scene.drawn(BufferedImage.TYPE_3BYTE_BGR);
        BufferedImage second = Scene.stored(first, 3);

        // when / then
        Scene.assertShownBy(decoder, files.sequence("gif", null, first, second));
    }

    @ParameterizedTest
    @CsvSource({
        "1, BI_RGB",
        "4, BI_RGB",
        "4, BI_RLE4",
        "8, BI_RGB",
        "8, BI_RLE8",
        "24, BI_RGB",
        "32, BI_RGB",
        "16, BI_BITFIELDS"
    })
    void shouldDecodeEveryDepthOfBmp(int depth, String compression) throws Exception {
        // given
        BufferedImage image =
                switch (depth) {
                    case 1 -> Scene.drawn(BufferedImage.TYPE_BYTE_BINARY);
                    case 4 -> {
                        byte[] red = {0, (byte) 255, 0, (byte) 255};
                        byte[] green = {0, 0, 0, (byte) 255};
                        byte[] blue = {0, 0, (byte) 255, (byte) 255};
                        BufferedImage few = new BufferedImage(
                                Scene.WIDTH,
                                Scene.HEIGHT,
                                BufferedImage.TYPE_BYTE_BINARY,
                                new IndexColorModel(4, 4, red, green, blue));
                        few.createGraphics().drawImage(Scene.drawn(BufferedImage.TYPE_3BYTE_BGR), 0, 0, null);
                        yield few;
                    }
                    case 8 -> Scene.drawn(BufferedImage.TYPE_BYTE_INDEXED);
                    case 16 -> Scene.drawn(BufferedImage.TYPE_USHORT_565_RGB);
                    case 32 -> Scene.drawn(BufferedImage.TYPE_INT_RGB);
                    default -> Scene.drawn(BufferedImage.TYPE_3BYTE_BGR);
                };
        Path file = depth == 32 || compression.equals("BI_RGB") && depth == 4
                ? files.bmp(image, depth)
                : files.sequence("bmp", compression, image);
        assertThat(ByteBuffer.wrap(Files.readAllBytes(file))
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .getShort(28))
                .isEqualTo((short) depth);

        // when
        try (Picture picture = PictureFiles.decode(decoder, file)) {

            // then
            if (depth == 1) {
                Scene.assertGreyIn(picture);
            } else {
                Scene.assertIn(picture);
            }
        }
    }

    @Test
    void shouldKillTheDecoderWhenReadingIsStopped() throws Exception {
        // given
        StopSignal stop = new StopSignal();
        stop.raise();
        Path file = files.fixture("scene.heic");
        PictureFrame frame = decoder.check(file, FileType.HEIC).getFirst();

        // when / then
        assertThatThrownBy(() -> decoder.decode(file, FileType.HEIC, frame, stop))
                .isInstanceOf(StageException.class);
        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
                .noneMatch(child -> child.info().commandLine().orElse("").contains("DecoderMain"));
    }
}
