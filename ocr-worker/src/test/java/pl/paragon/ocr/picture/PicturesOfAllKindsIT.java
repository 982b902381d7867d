package pl.paragon.ocr.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.stream.ImageOutputStream;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.file.FileType;
import pl.paragon.ocr.Natives;
import pl.paragon.ocr.reading.StopSignal;
import pl.paragon.worker.stage.StageException;

/** Every kind of picture that people send shows what it shows; damaged ones say so. */
class PicturesOfAllKindsIT {

    private static final List<String> FIXTURES = List.of(
            "scene.heic",
            "grid.heic",
            "mirrored.heic",
            "upside.heic",
            "alpha.heic",
            "scene.avif",
            "ten-bits.avif",
            "alpha.avif",
            "scene.jp2",
            "scene.j2k");

    private final PictureDecoder decoder = Natives.pictureDecoder();

    @TempDir
    Path folder;

    @BeforeAll
    static void load() {
        Natives.loadOpenCv();
    }

    static List<String> fixtures() {
        return FIXTURES;
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void shouldDecodeWhatTelephonesAndArchivesWrite(String name) throws Exception {
        // given
        Path file = fixture(name);

        // when
        try (Picture picture = decode(decoder, file)) {

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
        Path file = fixture(name);

        // when
        try (Picture picture = decode(small, file)) {

            // then
            assertThat(picture.pixels().cols()).isEqualTo((Scene.WIDTH + reduction - 1) / reduction);
            Scene.assertIn(picture);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_4BYTE_ABGR, BufferedImage.TYPE_INT_ARGB})
    void shouldShowOnWhiteWhatIsTransparent(int type) throws Exception {
        assertShowsTheScene(write("png", Scene.transparent(type)));
    }

    @Test
    void shouldShowWhatIsInTheAlphaAlone() throws Exception {
        // given black on black, as a program saves text that it never drew on paper
        BufferedImage image = Scene.transparent(BufferedImage.TYPE_INT_ARGB);
        IntUnaryOperator black = pixel -> pixel & 0xFF000000;
        for (int y = 0; y < Scene.HEIGHT; y++) {
            for (int x = 0; x < Scene.WIDTH; x++) {
                image.setRGB(x, y, black.applyAsInt(image.getRGB(x, y)));
            }
        }

        // when
        try (Picture picture = decode(decoder, write("png", image))) {

            // then
            Scene.assertGreyIn(picture);
        }
    }

    @Test
    void shouldShowATransparentPaletteOnWhite() throws Exception {
        // given
        byte[] red = {0, 0, (byte) 255, 0};
        byte[] green = {(byte) 255, 0, 0, 0};
        byte[] blue = {0, 0, 0, (byte) 255};
        IndexColorModel palette = new IndexColorModel(8, 4, red, green, blue, 0);
        BufferedImage image = new BufferedImage(Scene.WIDTH, Scene.HEIGHT, BufferedImage.TYPE_BYTE_INDEXED, palette);
        image.createGraphics().drawImage(Scene.transparent(BufferedImage.TYPE_INT_ARGB), 0, 0, null);

        // when / then
        assertShowsTheScene(write("png", image));
        assertShowsTheScene(write("gif", image));
    }

    @ParameterizedTest
    @CsvSource({"png, false", "png, true", "webp, true", "webp, false", "tiff, false"})
    void shouldDecodeSixteenBitsAndAlpha(String kind, boolean transparent) throws Exception {
        // given
        Path file = folder.resolve("picture." + kind);
        Path plain = write(
                "png",
                transparent
                        ? Scene.transparent(BufferedImage.TYPE_4BYTE_ABGR)
                        : Scene.drawn(BufferedImage.TYPE_3BYTE_BGR));
        try (Mat pixels = opencv_imgcodecs.imread(plain.toString(), opencv_imgcodecs.IMREAD_UNCHANGED);
                Mat deep = new Mat()) {
            if (kind.equals("webp")) {
                pixels.copyTo(deep);
            } else {
                pixels.convertTo(deep, opencv_core.CV_16U, 257, 0);
            }
            opencv_imgcodecs.imwrite(file.toString(), deep);
        }

        // when / then
        assertShowsTheScene(file);
    }

    @ParameterizedTest
    @CsvSource({"8, 128", "16, 32896"})
    void shouldMixInkWithWhiteByItsAlpha(int bits, int half) throws Exception {
        // given grey of one half that covers one half
        Path file = folder.resolve("half.png");
        int type = bits == 8 ? opencv_core.CV_8UC4 : opencv_core.CV_16UC4;
        try (Mat pixels = new Mat(Scene.HEIGHT, Scene.WIDTH, type, new Scalar(half, half, half, half))) {
            assertThat(opencv_imgcodecs.imwrite(file.toString(), pixels)).isTrue();
        }

        // when
        try (Picture picture = decode(decoder, file)) {

            // then
            ByteBuffer shown = picture.pixels().createBuffer();
            assertThat(shown.get(0) & 0xFF).isEqualTo(191);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldTurnPicturesAsTheySay(int orientation) throws Exception {
        assertShowsTheScene(jpeg(orientation));
        assertShowsTheScene(tiff(orientation));
        assertShowsTheScene(png(orientation));
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
        Path file = tiff(compression, page, page, page);

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
    void shouldRefuseATiffOfTooManyPages() throws Exception {
        // given
        BufferedImage page = Scene.drawn(BufferedImage.TYPE_BYTE_BINARY);
        BufferedImage[] pages = IntStream.range(0, 21).mapToObj(i -> page).toArray(BufferedImage[]::new);

        // when / then
        assertFails(tiff("CCITT T.6", pages), ErrorCode.PDF_TOO_MANY_PAGES);
    }

    @Test
    void shouldShowTheFirstPictureOfAnAnimation() throws Exception {
        // given
        BufferedImage first = Scene.drawn(BufferedImage.TYPE_3BYTE_BGR);
        BufferedImage second = Scene.stored(first, 3);

        // when / then
        assertShowsTheScene(sequence("gif", null, first, second));
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
                ? bmp(image, depth)
                : sequence("bmp", compression, image);
        assertThat(ByteBuffer.wrap(Files.readAllBytes(file))
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .getShort(28))
                .isEqualTo((short) depth);

        // when
        try (Picture picture = decode(decoder, file)) {

            // then
            if (depth == 1) {
                Scene.assertGreyIn(picture);
            } else {
                Scene.assertIn(picture);
            }
        }
    }

    @Test
    void shouldDecodeCmyk() throws Exception {
        assertShowsTheScene(fixture("cmyk.jpg"));
    }

    static Stream<String> truncated() {
        return Stream.concat(FIXTURES.stream(), Stream.of("page.tiff", "picture.gif", "picture.bmp"));
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
        byte[] heic = Files.readAllBytes(fixture("mirrored.heic"));
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
        byte[] heic = Files.readAllBytes(fixture("mirrored.heic"));
        int at = indexOf(heic, HexFormat.of().parseHex("69737065")) + 8;
        ByteBuffer.wrap(heic).putInt(at, side).putInt(at + 4, side);
        byte[] j2k = Files.readAllBytes(fixture("scene.j2k"));
        ByteBuffer.wrap(j2k)
                .putInt(8, side)
                .putInt(12, side)
                .putInt(24, Math.max(1, side))
                .putInt(28, Math.max(1, side));

        // when / then
        for (byte[] file : List.of(heic, j2k)) {
            Path path = Files.write(folder.resolve("size"), file);
            assertThatThrownBy(() -> decoder.check(path, type(path)))
                    .isInstanceOfSatisfying(
                            StageException.class,
                            e -> assertThat(e.error().code()).isEqualTo(code));
        }
    }

    @Test
    void shouldNotBlameThePhotographerForACodecThatIsMissing() throws Exception {
        // given a HEIF of another codec
        byte[] heic = Files.readAllBytes(fixture("mirrored.heic"));
        int at = indexOf(heic, "hvc1".getBytes());
        System.arraycopy("vvc1".getBytes(), 0, heic, at, 4);

        // when / then
        assertFails(Files.write(folder.resolve("vvc.heic"), heic), ErrorCode.IMAGE_UNSUPPORTED);
    }

    @Test
    void shouldKillTheDecoderWhenReadingIsStopped() throws Exception {
        // given
        StopSignal stop = new StopSignal();
        stop.raise();
        Path file = fixture("scene.heic");
        PictureFrame frame = decoder.check(file, FileType.HEIC).getFirst();

        // when / then
        assertThatThrownBy(() -> decoder.decode(file, FileType.HEIC, frame, stop))
                .isInstanceOf(StageException.class);
        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
                .noneMatch(child -> child.info().commandLine().orElse("").contains("DecoderMain"));
    }

    private void assertShowsTheScene(Path file) throws Exception {
        try (Picture picture = decode(decoder, file)) {
            Scene.assertIn(picture);
        }
    }

    private static Picture decode(PictureDecoder decoder, Path file) throws Exception {
        FileType type = type(file);
        return decoder.decode(file, type, decoder.check(file, type).getFirst(), new StopSignal());
    }

    private static FileType type(Path file) throws IOException {
        return FileType.detected(Files.readAllBytes(file)).orElseThrow();
    }

    private void assertFails(Path file, ErrorCode... codes) {
        assertThatThrownBy(() -> decode(decoder, file).close())
                .isInstanceOfSatisfying(
                        StageException.class, e -> assertThat(e.error().code()).isIn((Object[]) codes));
    }

    /** The last bytes may be none of the picture's. */
    private void assertFailsOrShowsAll(Path file) throws Exception {
        try {
            assertShowsTheScene(file);
        } catch (StageException e) {
            assertThat(e.error().code()).isEqualTo(ErrorCode.IMAGE_CORRUPT);
        }
    }

    private void assertReadOrRefused(Path file) throws Exception {
        try {
            decode(decoder, file).close();
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
            case "page.tiff" -> tiff("LZW", Scene.drawn(BufferedImage.TYPE_3BYTE_BGR));
            case "picture.gif" -> write("gif", Scene.drawn(BufferedImage.TYPE_3BYTE_BGR));
            case "picture.bmp" -> write("bmp", Scene.drawn(BufferedImage.TYPE_3BYTE_BGR));
            default -> fixture(name);
        };
    }

    private Path fixture(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = getClass().getResourceAsStream("/pictures/" + name)) {
            return Files.write(file, in.readAllBytes());
        }
    }

    private Path write(String format, BufferedImage image) throws IOException {
        Path file = folder.resolve("written." + format);
        assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
        return file;
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (int i = 0; i + part.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new IllegalArgumentException("not found");
    }

    private static byte[] exif(int orientation) {
        return HexFormat.of()
                .parseHex(
                        "4d4d002a00000008" + "0001" + "011200030000000100%02x0000".formatted(orientation) + "00000000");
    }

    private Path jpeg(int orientation) throws IOException {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(Scene.stored(Scene.drawn(BufferedImage.TYPE_3BYTE_BGR), orientation), "jpg", jpeg);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg.toByteArray(), 0, 2);
        out.writeBytes(
                HexFormat.of().parseHex("ffe1" + "%04x".formatted(exif(orientation).length + 8) + "457869660000"));
        out.writeBytes(exif(orientation));
        out.write(jpeg.toByteArray(), 2, jpeg.size() - 2);
        return Files.write(folder.resolve("turned.jpg"), out.toByteArray());
    }

    /** Transparent and turned: OpenCV does one or the other. */
    private Path png(int orientation) throws IOException {
        byte[] png = Files.readAllBytes(
                write("png", Scene.stored(Scene.transparent(BufferedImage.TYPE_INT_ARGB), orientation)));
        byte[] exif = exif(orientation);
        java.util.zip.CRC32 sum = new java.util.zip.CRC32();
        ByteBuffer chunk = ByteBuffer.allocate(exif.length + 12)
                .putInt(exif.length)
                .put("eXIf".getBytes())
                .put(exif);
        sum.update(chunk.array(), 4, exif.length + 4);
        chunk.putInt((int) sum.getValue());
        int afterHeader = 8 + 25;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(png, 0, afterHeader);
        out.writeBytes(chunk.array());
        out.write(png, afterHeader, png.length - afterHeader);
        return Files.write(folder.resolve("turned.png"), out.toByteArray());
    }

    private Path tiff(int orientation) throws IOException {
        BufferedImage image = Scene.stored(Scene.drawn(BufferedImage.TYPE_3BYTE_BGR), orientation);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        Path file = folder.resolve("turned.tiff");
        Files.deleteIfExists(file);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            IIOMetadata metadata = writer.getDefaultImageMetadata(
                    ImageTypeSpecifier.createFromRenderedImage(image), writer.getDefaultWriteParam());
            TIFFDirectory directory = TIFFDirectory.createFromMetadata(metadata);
            directory.addTIFFField(new TIFFField(
                    BaselineTIFFTagSet.getInstance().getTag(BaselineTIFFTagSet.TAG_ORIENTATION), orientation));
            writer.write(null, new IIOImage(image, null, directory.getAsMetadata()), writer.getDefaultWriteParam());
        } finally {
            writer.dispose();
        }
        return file;
    }

    private Path tiff(String compression, BufferedImage... pages) throws IOException {
        return sequence("tiff", compression, pages);
    }

    private Path sequence(String format, String compression, BufferedImage... pages) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        Path file = folder.resolve("sequence." + format);
        Files.deleteIfExists(file);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            if (compression != null) {
                parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                parameters.setCompressionType(compression);
            }
            if (pages.length == 1) {
                writer.write(null, new IIOImage(pages[0], null, null), parameters);
                return file;
            }
            writer.prepareWriteSequence(null);
            for (BufferedImage page : pages) {
                writer.writeToSequence(new IIOImage(page, null, null), parameters);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return file;
    }

    /** Java writes none of 32 bits, and none of 4 that is not packed. */
    private Path bmp(BufferedImage image, int depth) throws IOException {
        int palette = depth == 4 ? 4 * 16 : 0;
        int row = (Scene.WIDTH * depth + 31) / 32 * 4;
        ByteBuffer bmp = ByteBuffer.allocate(54 + palette + row * Scene.HEIGHT).order(ByteOrder.LITTLE_ENDIAN);
        bmp.put((byte) 'B').put((byte) 'M').putInt(bmp.capacity()).putInt(0).putInt(54 + palette);
        bmp.putInt(40)
                .putInt(Scene.WIDTH)
                .putInt(-Scene.HEIGHT)
                .putShort((short) 1)
                .putShort((short) depth);
        if (depth == 4) {
            bmp.position(54);
            bmp.putInt(0).putInt(0xFF0000).putInt(0xFF).putInt(0xFFFFFF);
        }
        for (int y = 0; y < Scene.HEIGHT; y++) {
            bmp.position(54 + palette + y * row);
            for (int x = 0; x < Scene.WIDTH; x += depth == 4 ? 2 : 1) {
                if (depth == 4) {
                    int two = image.getRaster().getSample(x, y, 0) << 4
                            | image.getRaster().getSample(x + 1, y, 0);
                    bmp.put((byte) two);
                } else {
                    bmp.putInt(image.getRGB(x, y) & 0xFFFFFF);
                }
            }
        }
        return Files.write(folder.resolve("deep.bmp"), bmp.array());
    }
}
