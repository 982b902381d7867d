package pl.paragon.ocr.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.file.FileType;
import pl.paragon.ocr.Natives;
import pl.paragon.worker.stage.StageException;

/** Headers that mean harm are refused before anything is decoded, and at no cost. */
class HeadersTest {

    private static final int SHORT = 3;
    private static final int LONG = 4;

    private final PictureDecoder decoder = Natives.pictureDecoder();

    @TempDir
    Path folder;

    @BeforeAll
    static void load() {
        Natives.loadOpenCv();
    }

    @ParameterizedTest
    @CsvSource({"0, false", "30, false", "-2, true", "-500, true"})
    void shouldNoticeAJpegThatEndsBeforeItsPicture(int bytesMore, boolean cutOff) throws Exception {
        // given
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        ImageIO.write(Scene.drawn(BufferedImage.TYPE_3BYTE_BGR), "jpg", whole);
        byte[] content = Arrays.copyOf(whole.toByteArray(), whole.size() + bytesMore);
        Path file = Files.write(folder.resolve("part.jpg"), content);

        // when / then
        assertThat(decoder.check(file, FileType.JPEG))
                .singleElement()
                .extracting(PictureFrame::cutOff)
                .isEqualTo(cutOff);
    }

    @ParameterizedTest
    @ValueSource(strings = {"grid.heic", "alpha.heic", "alpha.avif", "scene.jp2", "scene.j2k"})
    void shouldAnswerEveryDamageToAHeaderWithACode(String name) throws Exception {
        // given the same damage in each run
        byte[] whole = fixture(name);
        Random random = new Random(18);
        Path file = folder.resolve("damaged");
        FileType type = FileType.detected(whole).orElseThrow();
        for (int i = 0; i < 600; i++) {
            byte[] damaged = whole.clone();
            for (int j = 0; j <= i % 4; j++) {
                damaged[12 + random.nextInt(Math.min(800, whole.length - 12))] = (byte) random.nextInt(256);
            }
            Files.write(file, damaged);

            // when / then: anything but a code would be a bug of ours
            try {
                assertThat(decoder.check(file, type)).hasSize(1);
            } catch (StageException e) {
                assertThat(e.error().code().name()).startsWith("IMAGE_");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "20000, 20000, 8, 3, 16, IMAGE_TOO_LARGE", // pixels
        "6000, 6000, 16, 4, 6000, IMAGE_TOO_LARGE", // all of them in one strip
        "2147483647, 2147483647, 8, 1, 1, IMAGE_TOO_LARGE",
        "-1, 500, 8, 1, 1, IMAGE_CORRUPT",
        "50, 500, 8, 1, 1, IMAGE_TOO_SMALL",
        "200, 20000, 8, 1, 1, IMAGE_TOO_LONG",
        "0, 500, 8, 1, 1, IMAGE_CORRUPT"
    })
    void shouldRefuseATiffByItsHeaderAlone(int width, int height, int bits, int samples, int rows, ErrorCode code)
            throws Exception {
        assertRefused(Files.write(folder.resolve("page.tiff"), tiff(width, height, bits, samples, rows, 0)), code);
    }

    @Test
    void shouldNotFollowAChainOfPagesThatIsARing() throws Exception {
        // given a directory that names itself as the next
        Path file = Files.write(folder.resolve("ring.tiff"), tiff(500, 500, 1, 1, 500, 8));

        // when / then
        assertRefused(file, ErrorCode.PDF_TOO_MANY_PAGES);
    }

    @ParameterizedTest
    @CsvSource({"30000, 30000, 3", "8000, 8000, 4", "100000, 9000, 1"})
    void shouldRefuseAJpeg2000ByItsHeaderAlone(int width, int height, int components) throws Exception {
        // given
        byte[] codestream = fixture("scene.j2k");
        ByteBuffer.wrap(codestream)
                .putInt(8, width)
                .putInt(12, height)
                .putInt(24, width)
                .putInt(28, height)
                .putShort(40, (short) components);

        // when / then
        Path file = Files.write(folder.resolve("large.j2k"), codestream);
        assertRefused(file, ErrorCode.IMAGE_TOO_LARGE);
    }

    @Test
    void shouldRefuseAGifByTheSizeOfItsFirstPicture() throws Exception {
        // given a small screen and a picture that is not
        ByteBuffer gif = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        gif.put("GIF89a".getBytes()).putShort((short) 500).putShort((short) 500).put(new byte[3]);
        gif.put((byte) 0x2C)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 60_000)
                .putShort((short) 60_000);

        // when / then
        assertRefused(Files.write(folder.resolve("large.gif"), gif.array()), ErrorCode.IMAGE_TOO_LARGE);
    }

    @ParameterizedTest
    @CsvSource({"100000, 100000, IMAGE_TOO_LARGE", "-500, 500, IMAGE_CORRUPT", "500, -2147483648, IMAGE_CORRUPT"})
    void shouldRefuseABmpByItsHeaderAlone(int width, int height, ErrorCode code) throws Exception {
        // given
        ByteBuffer bmp = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        bmp.put("BM".getBytes()).position(14);
        bmp.putInt(40).putInt(width).putInt(height);

        // when / then
        assertRefused(Files.write(folder.resolve("large.bmp"), bmp.array()), code);
    }

    private void assertRefused(Path file, ErrorCode code) throws IOException {
        FileType type = FileType.detected(Files.readAllBytes(file)).orElseThrow();
        assertThatThrownBy(() -> decoder.check(file, type))
                .isInstanceOfSatisfying(
                        StageException.class, e -> assertThat(e.error().code()).isEqualTo(code));
    }

    private byte[] fixture(String name) throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/pictures/" + name)) {
            return in.readAllBytes();
        }
    }

    private static byte[] tiff(int width, int height, int bits, int samples, int rows, int next) {
        ByteBuffer tiff = ByteBuffer.allocate(128).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put("II".getBytes()).putShort((short) 42).putInt(8).putShort((short) 5);
        entry(tiff, 256, LONG, width);
        entry(tiff, 257, LONG, height);
        entry(tiff, 258, SHORT, bits);
        entry(tiff, 277, SHORT, samples);
        entry(tiff, 278, LONG, rows);
        tiff.putInt(next);
        return tiff.array();
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(1).putInt(value);
    }
}
