package pl.paragon.ocr.decoder;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/** TIFF, GIF and BMP, by the JDK's readers, in bands of rows if the file is laid out in them. */
final class JdkPictures {

    /** Rows at a time, or as many as the file keeps together. */
    private static final int BAND = 256;

    private final PixelSink out;

    JdkPictures(PixelSink out) {
        this.out = out;
    }

    /** @param format as the JDK calls it */
    void write(String format, Path file, int index, int width, int height) throws IOException, DecoderException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        if (!readers.hasNext()) {
            throw new AssertionError("The JDK has no reader for " + format);
        }
        ImageReader reader = readers.next();
        try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
            reader.setInput(in, false, true);
            if (reader.getWidth(index) != width || reader.getHeight(index) != height) {
                throw new DecoderException(DecoderFault.BROKEN, "another size than its header says");
            }
            write(reader, format.equals("tiff") ? band(reader, index) : height, index, width, height);
        } finally {
            reader.dispose();
        }
    }

    private static int band(ImageReader reader, int index) throws IOException {
        int together = Math.max(1, reader.getTileHeight(index));
        return Math.max(1, BAND / together) * together;
    }

    private void write(ImageReader reader, int band, int index, int width, int height) throws IOException {
        byte[] row = new byte[width * PixelSink.CHANNELS];
        for (int top = 0; top < height; top += band) {
            ImageReadParam part = reader.getDefaultReadParam();
            part.setSourceRegion(new Rectangle(0, top, width, Math.min(band, height - top)));
            Rows rows = Rows.of(reader.read(index, part));
            if (top == 0) {
                out.begin(width, height);
            }
            for (int y = 0; y < Math.min(band, height - top); y++) {
                rows.copy(y, row);
                out.write(row, 0, row.length);
            }
        }
    }

    /** The rows of a decoded band as blue, green and red on white. */
    private sealed interface Rows {

        static Rows of(BufferedImage image) {
            ColorModel model = image.getColorModel();
            boolean grey = !(model instanceof IndexColorModel) && model.getNumColorComponents() == 1;
            return grey ? Grey.of(image) : new Coloured(image, new int[image.getWidth()]);
        }

        void copy(int y, byte[] row);
    }

    private record Coloured(BufferedImage image, int[] pixels) implements Rows {

        @Override
        public void copy(int y, byte[] row) {
            image.getRGB(0, y, pixels.length, 1, pixels, 0, pixels.length);
            for (int x = 0; x < pixels.length; x++) {
                int pixel = pixels[x];
                int alpha = pixel >>> 24;
                row[3 * x] = PixelSink.onWhite(pixel & 0xFF, alpha);
                row[3 * x + 1] = PixelSink.onWhite(pixel >> 8 & 0xFF, alpha);
                row[3 * x + 2] = PixelSink.onWhite(pixel >> 16 & 0xFF, alpha);
            }
        }
    }

    /** Samples as they are: Java takes grey for linear light and would make it lighter than it is. */
    private record Grey(Raster raster, double scale, double[] values, double[] alphas) implements Rows {

        static Grey of(BufferedImage image) {
            ColorModel model = image.getColorModel();
            double largest =
                    switch (model.getTransferType()) {
                        case java.awt.image.DataBuffer.TYPE_FLOAT, java.awt.image.DataBuffer.TYPE_DOUBLE -> 1;
                        default -> (1L << Math.min(32, model.getComponentSize(0))) - 1;
                    };
            double[] alphas = new double[image.getWidth()];
            Arrays.fill(alphas, largest);
            return new Grey(image.getRaster(), 255 / largest, new double[image.getWidth()], alphas);
        }

        @Override
        public void copy(int y, byte[] row) {
            raster.getSamples(0, y, values.length, 1, 0, values);
            if (raster.getNumBands() > 1) {
                raster.getSamples(0, y, values.length, 1, 1, alphas);
            }
            for (int x = 0; x < values.length; x++) {
                byte value = PixelSink.onWhite(eight(values[x]), eight(alphas[x]));
                Arrays.fill(row, 3 * x, 3 * x + 3, value);
            }
        }

        private int eight(double sample) {
            return (int) Math.clamp(Math.round(sample * scale), 0, 255);
        }
    }
}
