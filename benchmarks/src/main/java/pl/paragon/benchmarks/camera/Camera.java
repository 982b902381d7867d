package pl.paragon.benchmarks.camera;

import java.awt.image.BufferedImage;
import java.util.function.DoubleBinaryOperator;
import java.util.random.RandomGenerator;
import pl.paragon.benchmarks.camera.Pixels.Projection;
import pl.paragon.benchmarks.camera.Pixels.Surroundings;

/** Takes a picture of a print under a condition. The same lot takes the same picture. */
public final class Camera {

    private static final double GOOD = 0.92;

    /** @param quality of the JPEG, 0–1; above 1 for a PNG */
    public record Shot(BufferedImage image, double quality) {}

    private final RandomGenerator lot;

    public Camera(RandomGenerator lot) {
        this.lot = lot;
    }

    public Shot shoot(BufferedImage print, Condition condition) {
        Pixels paper = Pixels.of(print);
        return switch (condition) {
            case SCANNED -> shot(paper.noisy(2, lot), GOOD);
            case TILTED -> shot(tilted(paper, sign() * lot.nextDouble(1.5, 5.5), cloth()), GOOD);
            case SIDEWAYS -> shot(paper.noisy(3, lot).turnedBy(lot.nextBoolean() ? 1 : 3), GOOD);
            case UPSIDE_DOWN -> shot(paper.noisy(3, lot).turnedBy(2), GOOD);
            case PERSPECTIVE -> shot(perspective(paper, lot.nextDouble(0.03, 0.1), cloth()), GOOD);
            case FOLDED -> shot(folded(paper), GOOD);
            case SHADED -> shot(paper.lit(shadow(0.45)).noisy(3, lot), GOOD);
            case NOISY -> shot(paper.lit((x, y) -> 0.7).noisy(lot.nextDouble(12, 22), lot), 0.85);
            case BLURRED -> shot(paper.blurred(print.getWidth() / 750.0 * lot.nextDouble(1.2, 1.9)), GOOD);
            case FADED -> shot(paper.drawnTo(205, lot.nextDouble(0.5, 0.72)).noisy(3, lot), GOOD);
            case COMPRESSED -> shot(paper.scaled(lot.nextDouble(0.7, 0.85)), lot.nextDouble(0.25, 0.4));
            case SMALL -> shot(paper.scaled(lot.nextDouble(0.5, 0.62)), 0.88);
            case ON_TABLE -> shot(onTable(paper), lot.nextDouble(0.7, 0.9));
            case SCREENSHOT -> new Shot(print, 2);
            case SHARED_SCREENSHOT -> shot(paper.scaled(lot.nextDouble(0.5, 0.8)), lot.nextDouble(0.6, 0.85));
        };
    }

    private static Shot shot(Pixels pixels, double quality) {
        return new Shot(pixels.image(), quality);
    }

    private Pixels onTable(Pixels paper) {
        Surroundings table = cloth();
        Pixels askew = tilted(perspective(paper, 0.04, table), sign() * lot.nextDouble(0.5, 3), table);
        return askew.lit(shadow(0.25)).noisy(6, lot).scaled(lot.nextDouble(0.75, 1));
    }

    private Pixels tilted(Pixels paper, double degrees, Surroundings beside) {
        double turn = Math.toRadians(degrees);
        double cos = Math.cos(turn);
        double sin = Math.sin(turn);
        int width = (int) (paper.width * cos + paper.height * Math.abs(sin)) + 60;
        int height = (int) (paper.height * cos + paper.width * Math.abs(sin)) + 60;
        return paper.warped(
                width,
                height,
                (x, y, to) -> {
                    double dx = x - width / 2.0;
                    double dy = y - height / 2.0;
                    to[0] = cos * dx + sin * dy + paper.width / 2.0;
                    to[1] = -sin * dx + cos * dy + paper.height / 2.0;
                },
                beside);
    }

    /** The far end is smaller by so much on each side, and leans a little. */
    private Pixels perspective(Pixels paper, double narrow, Surroundings beside) {
        int width = (int) (paper.width * 1.12);
        int height = (int) (paper.height * 1.06);
        double lean = sign() * lot.nextDouble(0, 0.03);
        Projection projection = (x, y, to) -> {
            double v = (y - height * 0.03) / (height * 0.94);
            double scale = 1 - narrow * (1 - v) * 2;
            double centre = width / 2.0 + lean * paper.width * (1 - v);
            to[0] = (x - centre) / scale + paper.width / 2.0;
            // Rows are closer to each other where they are farther away.
            to[1] = paper.height * (v + narrow * v * (1 - v));
        };
        return paper.warped(width, height, projection, beside);
    }

    private Pixels folded(Pixels paper) {
        int folds = lot.nextInt(1, 3);
        double[] at = new double[folds];
        double[] kink = new double[folds];
        for (int i = 0; i < folds; i++) {
            at[i] = (i + lot.nextDouble(0.25, 0.75)) / folds;
            kink[i] = sign() * lot.nextDouble(0.006, 0.02);
        }
        int width = paper.width + 40;
        Pixels bent = paper.warped(
                width,
                paper.height,
                (x, y, to) -> {
                    double shift = 0;
                    for (int i = 0; i < folds; i++) {
                        shift += kink[i] * Math.abs(y - at[i] * paper.height);
                    }
                    to[0] = x - 20 + shift - mean(kink, at, paper.height);
                    to[1] = y;
                },
                cloth());
        return bent.lit((x, y) -> {
                    double light = 1;
                    for (double fold : at) {
                        double distance = (y - fold) * paper.height;
                        light -= distance > 0 ? 0.3 * Math.exp(-distance / 25) : -0.05 * Math.exp(distance / 60);
                        light -= distance > 0 ? 0.08 : 0;
                    }
                    return light;
                })
                .noisy(3, lot);
    }

    private static double mean(double[] kink, double[] at, int height) {
        double sum = 0;
        for (int i = 0; i < kink.length; i++) {
            sum += kink[i] * height * (at[i] * at[i] + (1 - at[i]) * (1 - at[i])) / 2;
        }
        return sum;
    }

    /** A shadow with a soft edge across the picture, and a gradient. */
    private DoubleBinaryOperator shadow(double depth) {
        double angle = lot.nextDouble(0, Math.PI);
        double edge = lot.nextDouble(-0.15, 0.15);
        double gradient = lot.nextDouble(0.1, 0.25);
        return (x, y) -> {
            double along = (x - 0.5) * Math.cos(angle) + (y - 0.5) * Math.sin(angle);
            double shaded = 1 / (1 + Math.exp((along - edge) * 30));
            return 1 - depth * shaded - gradient * (along + 0.5) * (1 - depth);
        };
    }

    /** A table or a cloth: one colour with waves in it. */
    private Surroundings cloth() {
        int red = lot.nextInt(35, 130);
        int green = (int) (red * lot.nextDouble(0.7, 1.05));
        int blue = (int) (red * lot.nextDouble(0.45, 1.05));
        double wave = lot.nextDouble(0.004, 0.02);
        return (x, y) -> {
            double light = 1 + 0.12 * Math.sin(x * wave + Math.sin(y * wave * 3)) + 0.05 * Math.sin(y * 0.9 + x * 0.05);
            return clamp(red * light) << 16 | clamp(green * light) << 8 | clamp(blue * light);
        };
    }

    private int sign() {
        return lot.nextBoolean() ? 1 : -1;
    }

    private static int clamp(double value) {
        return (int) Math.clamp(value, 0.0, 255.0);
    }
}
