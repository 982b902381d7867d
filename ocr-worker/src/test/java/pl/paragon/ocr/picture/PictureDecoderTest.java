package pl.paragon.ocr.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.file.FileType;
import pl.paragon.ocr.Natives;
import pl.paragon.ocr.reading.StopSignal;
import pl.paragon.testsupport.DrawnReceipts;
import pl.paragon.worker.stage.StageException;

class PictureDecoderTest {

    private final PictureDecoder decoder = Natives.pictureDecoder();

    @TempDir
    Path folder;

    @BeforeAll
    static void load() {
        Natives.loadOpenCv();
    }

    @ParameterizedTest
    @CsvSource({"receipt.png,PNG", "receipt.jpg,JPEG", "receipt.webp,WEBP"})
    void shouldTellKindAndSizeFromTheFirstBytesAndDecode(String name, FileType expected) throws Exception {
        // given
        Path file = write(name);
        Path nameless = Files.move(file, folder.resolve("upload"));

        // when
        FileType type = FileType.detected(Files.readAllBytes(nameless)).orElseThrow();
        PictureFrame frame = decoder.check(nameless, type).getFirst();

        // then
        assertThat(type).isEqualTo(expected);
        assertThat(frame.size()).isEqualTo(new PictureSize(728, 500));
        try (Picture picture = decode(nameless, type)) {
            assertThat(picture.pixels().cols()).isEqualTo(728);
            assertThat(picture.pixels().channels()).isEqualTo(3);
            assertThat(picture.brightness()).isGreaterThan(240);
        }
    }

    @Test
    void shouldTurnAPictureUprightAsItsExifSays() throws Exception {
        // given
        Path file = DrawnReceipts.writeWithOrientation6(DrawnReceipts.picture(), folder.resolve("turned.jpg"));

        // when
        PictureSize stored = decoder.check(file, FileType.JPEG).getFirst().size();

        // then
        assertThat(stored).isEqualTo(new PictureSize(500, 728));
        try (Picture picture = decode(file, FileType.JPEG)) {
            assertThat(picture.width()).isEqualTo(728);
            assertThat(picture.height()).isEqualTo(500);
            assertThat(picture.pixels().cols()).isEqualTo(728);
        }
    }

    @ParameterizedTest
    @CsvSource({"large.jpg,JPEG", "large.png,PNG"})
    void shouldDecodeALargePictureAtAReducedSizeAndRememberTheWhole(String name, FileType type) throws Exception {
        // given
        PictureDecoder small = Natives.pictureDecoder(
                new PictureLimits(100_000_000, 40_000_000, 2_000_000_000, 100, 40, 100_000, 256 << 20, 20));
        Path file = DrawnReceipts.write(DrawnReceipts.picture(), folder.resolve(name));

        // when
        try (Picture picture = small.decode(file, type, small.check(file, type).getFirst(), new StopSignal())) {

            // then
            assertThat((long) picture.pixels().cols() * picture.pixels().rows()).isLessThanOrEqualTo(101_000);
            assertThat(picture.width()).isEqualTo(728);
            assertThat(picture.scale()).isGreaterThan(1.8);
        }
    }

    @Test
    void shouldRefuseABombByItsHeaderWithoutDecodingIt() throws Exception {
        // given some bytes that claim to be a picture of 40,000 × 40,000
        Path file = Files.write(folder.resolve("bomb.png"), pngHeader(40_000, 40_000));

        // when / then
        assertRefused(() -> decoder.check(file, FileType.PNG), ErrorCode.IMAGE_TOO_LARGE);
    }

    @Test
    void shouldRefuseAPictureThatHoldsNoPrint() throws Exception {
        // given
        Path file = Files.write(folder.resolve("icon.png"), pngHeader(64, 64));

        // when / then
        assertRefused(() -> decoder.check(file, FileType.PNG), ErrorCode.IMAGE_TOO_SMALL);
    }

    @Test
    void shouldCallAFileCorruptThatEndsInItsHeader() throws Exception {
        // given
        Path file = Files.write(folder.resolve("cut.jpg"), new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF});

        // when / then
        assertRefused(() -> decoder.check(file, FileType.JPEG), ErrorCode.IMAGE_CORRUPT);
    }

    @Test
    void shouldCallAFileCorruptThatIsNoPictureBehindItsHeader() throws Exception {
        // given
        Path file = Files.write(folder.resolve("broken.png"), pngHeader(800, 600));

        // when / then
        assertRefused(() -> decode(file, FileType.PNG), ErrorCode.IMAGE_CORRUPT);
    }

    private Picture decode(Path file, FileType type) throws Exception {
        return decoder.decode(file, type, decoder.check(file, type).getFirst(), new StopSignal());
    }

    /** A drawn receipt; Java itself does not write WebP, OpenCV does. */
    private Path write(String name) {
        Path file = folder.resolve(name);
        if (!name.endsWith(".webp")) {
            return DrawnReceipts.write(DrawnReceipts.picture(), file);
        }
        Path png = DrawnReceipts.write(DrawnReceipts.picture(), folder.resolve("receipt.png"));
        try (Mat pixels = opencv_imgcodecs.imread(png.toString())) {
            opencv_imgcodecs.imwrite(file.toString(), pixels);
        }
        return file;
    }

    private static void assertRefused(ThrowingCallable call, ErrorCode code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        StageException.class, e -> assertThat(e.error().code()).isEqualTo(code));
    }

    private static byte[] pngHeader(int width, int height) {
        byte[] chunk = ByteBuffer.allocate(17)
                .put(new byte[] {'I', 'H', 'D', 'R'})
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        CRC32 crc = new CRC32();
        crc.update(chunk);
        return ByteBuffer.allocate(33)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A})
                .putInt(13)
                .put(chunk)
                .putInt((int) crc.getValue())
                .array();
    }
}
