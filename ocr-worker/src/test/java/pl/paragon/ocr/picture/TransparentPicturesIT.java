package pl.paragon.ocr.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.function.IntUnaryOperator;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is transparent is shown on white, as the paper is that the receipt was printed on. */
class TransparentPicturesIT extends DecodesPictures {

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_4BYTE_ABGR, BufferedImage.TYPE_INT_ARGB})
    void shouldShowOnWhiteWhatIsTransparent(int type) throws Exception {
        Scene.assertShownBy(decoder, files.write("png", Scene.transparent(type)));
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
        try (Picture picture = PictureFiles.decode(decoder, files.write("png", image))) {

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
        Scene.assertShownBy(decoder, files.write("png", image));
        Scene.assertShownBy(decoder, files.write("gif", image));
    }

    @ParameterizedTest
    @CsvSource({"png, false", "png, true", "webp, true", "webp, false", "tiff, false"})
    void shouldDecodeSixteenBitsAndAlpha(String kind, boolean transparent) throws Exception {
        // given
        Path file = folder.resolve("picture." + kind);
        Path plain = files.write(
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
        Scene.assertShownBy(decoder, file);
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
        try (Picture picture = PictureFiles.decode(decoder, file)) {

            // then
            ByteBuffer shown = picture.pixels().createBuffer();
            assertThat(shown.get(0) & 0xFF).isEqualTo(191);
        }
    }
}
