package pl.paragon.ocr.document;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import pl.paragon.ocr.document.budget.ImageCost;
import pl.paragon.ocr.picture.Picture;
import pl.paragon.ocr.reading.StopSignal;
import pl.paragon.worker.stage.StageException;

/** The JPEG 2000 images of one drawing. Scanners that separate print from paper make two or three for a page. */
final class Jpeg2000Images {

    /** Each is decoded by a process of its own. */
    private static final int MOST = 6;
    /** With a mask, in the Java heap, four bytes each: as many as the page has. */
    private static final double MOST_MASKED_PIXELS = 5_000_000;

    private final Jpeg2000Decoder decoder;
    private final Path folder;
    private final StopSignal stop;
    private int decoded;

    /** @param folder for the data while it is decoded */
    Jpeg2000Images(Jpeg2000Decoder decoder, Path folder, StopSignal stop) {
        this.decoder = decoder;
        this.folder = folder;
        this.stop = stop;
    }

    /** @return empty if it cannot be decoded */
    Optional<PDImage> decode(COSStream image, ImageCost cost) throws IOException {
        if (++decoded > MOST) {
            return Optional.empty();
        }
        Path file = Files.createTempFile(folder, "image-", ".tmp");
        try {
            try (InputStream coded = image.createRawInputStream()) {
                Files.copy(coded, file, StandardCopyOption.REPLACE_EXISTING);
            }
            try (Picture picture = decoder.decode(file, stop)) {
                return Optional.of(new DecodedImage(masked(pixels(picture), image, cost)));
            }
        } catch (StageException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static BufferedImage pixels(Picture picture) {
        BufferedImage image =
                new BufferedImage(picture.pixels().cols(), picture.pixels().rows(), BufferedImage.TYPE_3BYTE_BGR);
        picture.pixels().data().get(((DataBufferByte) image.getRaster().getDataBuffer()).getData());
        return image;
    }

    /** The print of a scan is often the mask of one large blot of ink: without it the blot would cover the page. */
    private static BufferedImage masked(BufferedImage pixels, COSStream image, ImageCost cost) throws IOException {
        COSStream soft = image.getCOSStream(COSName.SMASK);
        COSStream mask = soft != null ? soft : image.getCOSStream(COSName.MASK);
        if (mask == null || ImageData.isOnly(mask, COSName.JPX_DECODE)) {
            return pixels;
        }
        PDImageXObject shape = new PDImageXObject(new PDStream(mask), null);
        int subsampling = cost.require(shape, 1);
        BufferedImage alpha =
                shape.isStencil() ? shape.getStencilImage(java.awt.Color.WHITE) : shape.getImage(null, subsampling);
        double shrink = Math.min(1, Math.sqrt(MOST_MASKED_PIXELS / ((double) alpha.getWidth() * alpha.getHeight())));
        int width = (int) Math.max(1, alpha.getWidth() * shrink);
        int height = (int) Math.max(1, alpha.getHeight() * shrink);
        BufferedImage masked = scaled(pixels, width, height, BufferedImage.TYPE_INT_ARGB);
        BufferedImage level = scaled(alpha, width, height, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int opaque = level.getRaster().getSample(x, y, 0);
                masked.setRGB(x, y, masked.getRGB(x, y) & 0xFFFFFF | opaque << 24);
            }
        }
        return masked;
    }

    private static BufferedImage scaled(BufferedImage image, int width, int height, int type) {
        BufferedImage scaled = new BufferedImage(width, height, type);
        Graphics2D graphics = scaled.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return scaled;
    }
}
