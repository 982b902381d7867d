package pl.paragon.benchmarks.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CameraTest {

    private static final int WIDTH = 300;
    private static final int HEIGHT = 500;

    @ParameterizedTest
    @EnumSource(Condition.class)
    void shouldLeaveInkThatStandsOutFromThePaper(Condition condition) {
        // when
        BufferedImage shot =
                new Camera(new SplittableRandom(5)).shoot(print(), condition).image();

        // then: the print is a black block in the middle of its paper, and both turn about the middle
        int ink = brightness(shot, 0.5);
        int paper = brightness(shot, condition == Condition.SIDEWAYS ? 0.8 : 0.75);
        assertThat(paper - ink).as("paper %d, ink %d", paper, ink).isGreaterThan(40);
    }

    @ParameterizedTest
    @EnumSource(Condition.class)
    void shouldTakeTheSamePictureOfTheSameLot(Condition condition) {
        // when
        BufferedImage one =
                new Camera(new SplittableRandom(5)).shoot(print(), condition).image();
        BufferedImage same =
                new Camera(new SplittableRandom(5)).shoot(print(), condition).image();

        // then
        assertThat(pixels(one)).isEqualTo(pixels(same));
    }

    private static BufferedImage print() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, WIDTH, HEIGHT);
        g.setColor(Color.BLACK);
        g.fillRect(WIDTH / 2 - 50, HEIGHT / 2 - 50, 100, 100);
        g.dispose();
        return image;
    }

    /** The mean over a small square on the horizontal middle line, {@code across} of the width from the left. */
    private static int brightness(BufferedImage image, double across) {
        int sum = 0;
        int left = (int) (image.getWidth() * across) - 10;
        int top = image.getHeight() / 2 - 10;
        for (int i = 0; i < 400; i++) {
            sum += image.getRGB(left + i % 20, top + i / 20) >> 8 & 255;
        }
        return sum / 400;
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
