package pl.paragon.ocr.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.assertj.core.data.Offset;

/**
 * What all test pictures show, also those in {@code src/test/resources/pictures}: on white a black block at the top
 * left, a red one at the top right, a blue one at the bottom left. Nothing of it looks the same turned or mirrored.
 */
final class Scene {

    static final int WIDTH = 900;
    static final int HEIGHT = 700;
    private static final Offset<Integer> CODEC = Offset.offset(40);

    private Scene() {}

    static BufferedImage drawn(int type) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, WIDTH, HEIGHT);
        blocks(g);
        return image;
    }

    /** The blocks on nothing. */
    static BufferedImage transparent(int type) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
        blocks(image.createGraphics());
        return image;
    }

    private static void blocks(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        block(g, Color.BLACK, 60, 60);
        block(g, Color.RED, 640, 60);
        block(g, Color.BLUE, 60, 540);
        g.dispose();
    }

    private static void block(Graphics2D g, Color colour, int left, int top) {
        g.setColor(colour);
        g.fillRect(left, top, 200, 100);
    }

    /** As a camera stores it that says by this number of EXIF how to turn it back. */
    static BufferedImage stored(BufferedImage upright, int orientation) {
        double w = WIDTH;
        double h = HEIGHT;
        AffineTransform transform =
                switch (orientation) {
                    case 1 -> new AffineTransform();
                    case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
                    case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
                    case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
                    case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
                    case 6 -> new AffineTransform(0, -1, 1, 0, 0, w);
                    case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
                    case 8 -> new AffineTransform(0, 1, -1, 0, h, 0);
                    default -> throw new IllegalArgumentException("no orientation: " + orientation);
                };
        boolean sideways = orientation > 4;
        BufferedImage image =
                new BufferedImage(sideways ? HEIGHT : WIDTH, sideways ? WIDTH : HEIGHT, upright.getType());
        Graphics2D g = image.createGraphics();
        g.drawImage(upright, transform, null);
        g.dispose();
        return image;
    }

    static void assertShownBy(PictureDecoder decoder, Path file) throws Exception {
        try (Picture picture = PictureFiles.decode(decoder, file)) {
            assertIn(picture);
        }
    }

    /** Blue, green and red in the middle of each block and of the empty corner. */
    static void assertIn(Picture picture) {
        assertThat(picture.width()).isEqualTo(WIDTH);
        assertThat(picture.height()).isEqualTo(HEIGHT);
        assertColour(picture, 160, 110, Color.BLACK);
        assertColour(picture, 740, 110, Color.RED);
        assertColour(picture, 160, 590, Color.BLUE);
        assertColour(picture, 740, 590, Color.WHITE);
    }

    /** For kinds that know no colours. */
    static void assertGreyIn(Picture picture) {
        assertThat(picture.width()).isEqualTo(WIDTH);
        assertThat(picture.height()).isEqualTo(HEIGHT);
        assertColour(picture, 160, 110, Color.BLACK);
        assertColour(picture, 740, 590, Color.WHITE);
        assertColour(picture, 450, 350, Color.WHITE);
        assertThat(pixel(picture, 740, 110)[0]).as("red as grey").isLessThan(200);
        assertThat(pixel(picture, 160, 590)[0]).as("blue as grey").isLessThan(200);
    }

    private static void assertColour(Picture picture, int x, int y, Color colour) {
        int[] pixel = pixel(picture, x, y);
        int[] expected = {colour.getBlue(), colour.getGreen(), colour.getRed()};
        for (int i = 0; i < 3; i++) {
            assertThat(pixel[i]).as("channel %d at %d, %d", i, x, y).isCloseTo(expected[i], CODEC);
        }
    }

    private static int[] pixel(Picture picture, int x, int y) {
        int column = (int) (x / picture.scale());
        int row = (int) (y / picture.scale());
        ByteBuffer pixels = picture.pixels().createBuffer();
        int at = (row * picture.pixels().cols() + column) * 3;
        return new int[] {pixels.get(at) & 0xFF, pixels.get(at + 1) & 0xFF, pixels.get(at + 2) & 0xFF};
    }
}
