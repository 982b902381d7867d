package pl.paragon.ocr.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.worker.stage.StageException;

/** A damaged picture says so, at a bounded cost, and a codec that is missing is not the photographer's fault. */
class DamagedPicturesIT extends DecodesPictures {

    static Stream<String> truncated() {
        return Stream.concat(PictureFiles.FIXTURES.stream(), Stream.of("page.tiff", "picture.gif", "picture.bmp"));
    }

    @ParameterizedTest
    @MethodSource("truncated")
    void shouldCallATruncatedPictureDamaged(String name) throws Exception {
        // given
        byte[] whole = Files.readAllBytes(whole(name));
        for (int permille : new int[] {300, 900}) {
            byte[] part = Arrays.copyOf(whole, Math.max(200, whole.length * permille / 1000));
            Path file = Files.write(folder.resolve("part"), part);

            // when / then
            assertFailsOrShowsAll(file);
        }
    }

    @ParameterizedTest
    @MethodSource("truncated")
    void shouldEndEveryDamagedPictureInACodeOfItsOwn(String name) throws Exception {
        // given the same damage each time: some bytes are turned over
        byte[] whole = Files.readAllBytes(whole(name));
        for (int from = 40; from < whole.length && from < 1_600; from += Math.min(whole.length, 1_600) / 3 + 1) {
            byte[] damaged = whole.clone();
            for (int i = from; i < Math.min(from + 8, whole.length); i++) {
                damaged[i] ^= (byte) 0x5A;
            }
            Path file = Files.write(folder.resolve("damaged"), damaged);

            // when / then
            assertReadOrRefused(file);
        }
    }

    @Test
    void shouldRefuseAPictureWhoseDataIsLargerThanItsContainerSays() throws Exception {
        // given a HEIC that says 300 × 200, so that its budget is small, with the data of 900 × 700
        byte[] heic = Files.readAllBytes(files.fixture("mirrored.heic"));
        ByteBuffer bytes = ByteBuffer.wrap(heic);
        int at = indexOf(heic, HexFormat.of().parseHex("69737065")) + 8; // "ispe", its version, its size
        assertThat(bytes.getInt(at)).isEqualTo(Scene.WIDTH);
        bytes.putInt(at, 300).putInt(at + 4, 200);

        // when / then
        assertFails(Files.write(folder.resolve("liar.heic"), heic), ErrorCode.IMAGE_CORRUPT, ErrorCode.IMAGE_TOO_LARGE);
    }

    @ParameterizedTest
    @CsvSource({"20000, IMAGE_TOO_LARGE", "2147483647, IMAGE_TOO_LARGE", "40, IMAGE_TOO_SMALL", "0, IMAGE_CORRUPT"})
    void shouldRefuseASizeByTheHeaderAlone(int side, ErrorCode code) throws Exception {
        // given
        byte[] heic = Files.readAllBytes(files.fixture("mirrored.heic"));
        int at = indexOf(heic, HexFormat.of().parseHex("69737065")) + 8;
        ByteBuffer.wrap(heic).putInt(at, side).putInt(at + 4, side);
        byte[] j2k = Files.readAllBytes(files.fixture("scene.j2k"));
        ByteBuffer.wrap(j2k)
                .putInt(8, side)
                .putInt(12, side)
                .putInt(24, Math.max(1, side))
                .putInt(28, Math.max(1, side));

        // when / then
        for (byte[] file : List.of(heic, j2k)) {
            Path path = Files.write(folder.resolve("size"), file);
            assertThatThrownBy(() -> decoder.check(path, PictureFiles.type(path)))
                    .isInstanceOfSatisfying(
                            StageException.class,
                            e -> assertThat(e.error().code()).isEqualTo(code));
        }
    }

    @Test
    void shouldRefuseATiffOfTooManyPages() throws Exception {
        // given
        BufferedImage page = Scene.drawn(BufferedImage.TYPE_BYTE_BINARY);
        BufferedImage[] pages = IntStream.range(0, 21).mapToObj(i -> page).toArray(BufferedImage[]::new);

        // when / then
        assertFails(files.tiff("CCITT T.6", pages), ErrorCode.PDF_TOO_MANY_PAGES);
    }

    @Test
    void shouldNotBlameThePhotographerForACodecThatIsMissing() throws Exception {
        // given a HEIF of another codec
        byte[] heic = Files.readAllBytes(files.fixture("mirrored.heic"));
        int at = indexOf(heic, "hvc1".getBytes());
        System.arraycopy("vvc1".getBytes(), 0, heic, at, 4);

        // when / then
        assertFails(Files.write(folder.resolve("vvc.heic"), heic), ErrorCode.IMAGE_UNSUPPORTED);
    }

    private void assertFails(Path file, ErrorCode... codes) {
        assertThatThrownBy(() -> PictureFiles.decode(decoder, file).close())
                .isInstanceOfSatisfying(
                        StageException.class, e -> assertThat(e.error().code()).isIn((Object[]) codes));
    }

    /** The last bytes may be none of the picture's. */
    private void assertFailsOrShowsAll(Path file) throws Exception {
        try {
            Scene.assertShownBy(decoder, file);
        } catch (StageException e) {
            assertThat(e.error().code()).isEqualTo(ErrorCode.IMAGE_CORRUPT);
        }
    }

    private void assertReadOrRefused(Path file) throws Exception {
        try {
            PictureFiles.decode(decoder, file).close();
        } catch (StageException e) {
            assertThat(e.error().code())
                    .isIn(
                            ErrorCode.IMAGE_CORRUPT,
                            ErrorCode.IMAGE_UNSUPPORTED,
                            ErrorCode.IMAGE_TOO_LARGE,
                            ErrorCode.IMAGE_TOO_SMALL,
                            ErrorCode.IMAGE_TOO_LONG);
        }
    }

    private Path whole(String name) throws IOException {
        return switch (name) {
            case "page.tiff" -> files.tiff("LZW", Scene.drawn(BufferedImage.TYPE_3BYTE_BGR));
            case "picture.gif" -> files.write("gif", Scene.drawn(BufferedImage.TYPE_3BYTE_BGR));
            case "picture.bmp" -> files.write("bmp", Scene.drawn(BufferedImage.TYPE_3BYTE_BGR));
            default -> files.fixture(name);
        };
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (int i = 0; i + part.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new IllegalArgumentException("not found");
    }
}
