package pl.paragon.benchmarks.camera;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.function.DoubleBinaryOperator;
import java.util.random.RandomGenerator;

/**
 * A picture in colour, and what can be done to it. Each operation gives a new picture or changes this one as its name
 * says.
 */
final class Pixels {

    final int width;
    final int height;
    private final int[] rgb;

    private Pixels(int width, int height, int[] rgb) {
        this.width = width;
        this.height = height;
        this.rgb = rgb;
    }

    static Pixels of(BufferedImage image) {
        BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = copy.createGraphics();
        g.drawImage(image, 0, 0, null);
        g.dispose();
        return new Pixels(
                copy.getWidth(),
                copy.getHeight(),
                ((DataBufferInt) copy.getRaster().getDataBuffer()).getData());
    }

    BufferedImage image() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, rgb, 0, width);
        return image;
    }

    /** Where a point of the new picture lies in the old one. */
    interface Projection {
        /** @param to x and y of the old picture are put here */
        void map(double x, double y, double[] to);
    }

    /** What is seen beside the old picture. */
    interface Surroundings {
        int colour(int x, int y);
    }

    Pixels warped(int newWidth, int newHeight, Projection projection, Surroundings beside) {
        int[] result = new int[newWidth * newHeight];
        double[] at = new double[2];
        for (int y = 0; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++) {
                projection.map(x, y, at);
                boolean inside = at[0] >= 0 && at[1] >= 0 && at[0] < width - 1 && at[1] < height - 1;
                result[y * newWidth + x] = inside ? between(at[0], at[1]) : beside.colour(x, y);
            }
        }
        return new Pixels(newWidth, newHeight, result);
    }

    private int between(double x, double y) {
        int left = (int) x;
        int top = (int) y;
        int fx = (int) ((x - left) * 256);
        int fy = (int) ((y - top) * 256);
        int i = top * width + left;
        int all = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int upper = (rgb[i] >> shift & 255) * (256 - fx) + (rgb[i + 1] >> shift & 255) * fx;
            int lower = (rgb[i + width] >> shift & 255) * (256 - fx) + (rgb[i + width + 1] >> shift & 255) * fx;
            all |= (upper * (256 - fy) + lower * fy >> 16) << shift;
        }
        return all;
    }

    /** Multiplies each pixel by what the function says of its place, both coordinates from 0 to 1. */
    Pixels lit(DoubleBinaryOperator light) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double factor = light.applyAsDouble((double) x / width, (double) y / height);
                int i = y * width + x;
                rgb[i] = grey(rgb[i], v -> v * factor);
            }
        }
        return this;
    }

    /** Pulls every value towards another, as faded ink goes towards the paper: {@code v + (to − v) · part}. */
    Pixels drawnTo(double to, double part) {
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = grey(rgb[i], v -> v + (to - v) * part);
        }
        return this;
    }

    Pixels noisy(double deviation, RandomGenerator lot) {
        for (int i = 0; i < rgb.length; i++) {
            double noise = lot.nextGaussian() * deviation;
            rgb[i] = grey(rgb[i], v -> v + noise);
        }
        return this;
    }

    /** As if out of focus; {@code radius} in pixels. */
    Pixels blurred(double radius) {
        return blurredAcross(radius).turned().blurredAcross(radius).turned();
    }

    private Pixels blurredAcross(double deviation) {
        int reach = (int) Math.ceil(2.5 * deviation);
        double[] weights = new double[reach + 1];
        double sum = 0;
        for (int d = 0; d <= reach; d++) {
            weights[d] = Math.exp(-d * d / (2 * deviation * deviation));
            sum += d == 0 ? weights[d] : 2 * weights[d];
        }
        int[] result = new int[rgb.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                result[y * width + x] = weighted(x, y * width, weights, sum);
            }
        }
        return new Pixels(width, height, result);
    }

    private int weighted(int x, int row, double[] weights, double sum) {
        double red = 0;
        double green = 0;
        double blue = 0;
        for (int d = 1 - weights.length; d < weights.length; d++) {
            int pixel = rgb[row + Math.clamp(x + d, 0, width - 1)];
            double weight = weights[Math.abs(d)];
            red += weight * (pixel >> 16 & 255);
            green += weight * (pixel >> 8 & 255);
            blue += weight * (pixel & 255);
        }
        return (int) (red / sum) << 16 | (int) (green / sum) << 8 | (int) (blue / sum);
    }

    /** Rows become columns. */
    private Pixels turned() {
        int[] result = new int[rgb.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                result[x * height + y] = rgb[y * width + x];
            }
        }
        return new Pixels(height, width, result);
    }

    /** By so many quarters clockwise. */
    Pixels turnedBy(int quarters) {
        Pixels result = this;
        for (int i = 0; i < quarters; i++) {
            Pixels old = result;
            int[] turned = new int[old.rgb.length];
            for (int y = 0; y < old.height; y++) {
                for (int x = 0; x < old.width; x++) {
                    turned[x * old.height + old.height - 1 - y] = old.rgb[y * old.width + x];
                }
            }
            result = new Pixels(old.height, old.width, turned);
        }
        return result;
    }

    Pixels scaled(double factor) {
        BufferedImage small =
                new BufferedImage((int) (width * factor), (int) (height * factor), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = small.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        // Averaged first, as a camera does; otherwise thin strokes fall between the samples.
        Pixels smooth = factor < 0.8 ? blurred(0.35 / factor) : this;
        g.drawImage(smooth.image(), 0, 0, small.getWidth(), small.getHeight(), null);
        g.dispose();
        return of(small);
    }

    private interface Value {
        double of(double old);
    }

    private static int grey(int pixel, Value value) {
        int red = clamp(value.of(pixel >> 16 & 255));
        int green = clamp(value.of(pixel >> 8 & 255));
        int blue = clamp(value.of(pixel & 255));
        return red << 16 | green << 8 | blue;
    }

    private static int clamp(double value) {
        return (int) Math.clamp(value, 0.0, 255.0);
    }
}
