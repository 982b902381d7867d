package pl.paragon.ocr.document.budget;

import java.io.IOException;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import pl.paragon.contracts.error.ErrorCode;

/** What it takes of the heap to draw an image: its decoded bytes, and the pictures that PDFBox makes of them. */
public final class ImageCost {

    /** Beyond cyan, magenta, yellow and black, each pixel's colour is computed by a program of the file's. */
    private static final int MOST_COLOURS = 4;
    /** Samples that are no bytes are read bit by bit, some fifty million in a second. */
    private static final long MOST_SLOW_SAMPLES = 40_000_000;
    /** The raster, the picture made of it, and a copy for its mask. */
    private static final int BYTES_OF_A_PIXEL = 4;

    /** A pixel that is decoded, converted and scaled takes as long as so many that are painted. */
    private static final double KEPT = 8;

    private static final int COARSEST = 4;

    private final PdfBudget budget;

    public ImageCost(PdfBudget budget) {
        this.budget = budget;
    }

    /**
     * @param subsampling every which column and row is wanted
     * @return every which one fits into the heap
     */
    public int require(PDImage image, int subsampling) throws IOException {
        long pixels = pixels(image.getWidth(), image.getHeight());
        COSDictionary dictionary = (COSDictionary) image.getCOSObject();
        boolean jpeg = isJpeg(dictionary);
        PdfLimits limits = budget.limits();
        PdfBudget.require(
                ErrorCode.IMAGE_TOO_LARGE, "pixels", pixels, jpeg ? limits.imagePixels() : limits.wholePixels());
        int colours = image.isStencil() ? 1 : image.getColorSpace().getNumberOfComponents();
        PdfBudget.require(ErrorCode.PDF_TOO_COMPLEX, "colours", colours, MOST_COLOURS);
        int bits = image.getBitsPerComponent();
        if (bits != 8 && bits != 1) {
            PdfBudget.require(ErrorCode.IMAGE_TOO_LARGE, "samples", pixels * colours, MOST_SLOW_SAMPLES);
        }
        int fitting = subsampling;
        // Read coarser rather than refused: twelve megapixels without loss have room at half their size.
        while (fitting < COARSEST && bytes(image, dictionary, fitting, colours) > limits.imageBytes()) {
            fitting++;
        }
        PdfBudget.require(
                ErrorCode.IMAGE_TOO_LARGE,
                "image_bytes",
                bytes(image, dictionary, fitting, colours),
                limits.imageBytes());
        budget.painted(pixels / 10.0 + KEPT * kept(image, pixels, fitting));
        return fitting;
    }

    private long bytes(PDImage image, COSDictionary dictionary, int subsampling, int colours) throws IOException {
        long kept = kept(image, pixels(image.getWidth(), image.getHeight()), subsampling);
        // A JPEG's raster is copied twice.
        int rasters = isJpeg(dictionary) ? 3 : 1;
        return decoded(dictionary)
                + kept * (rasters * colours + BYTES_OF_A_PIXEL)
                + mask(dictionary, COSName.SMASK, subsampling)
                + mask(dictionary, COSName.MASK, subsampling);
    }

    /** A stencil is painted at its full size. */
    private static long kept(PDImage image, long pixels, int subsampling) {
        return image.isStencil() ? pixels : pixels / ((long) subsampling * subsampling);
    }

    private long mask(COSDictionary image, COSName kind, int subsampling) throws IOException {
        if (!(image.getDictionaryObject(kind) instanceof COSStream mask)) {
            return 0;
        }
        long pixels = pixels(mask.getInt(COSName.WIDTH, COSName.W, 0), mask.getInt(COSName.HEIGHT, COSName.H, 0));
        PdfBudget.require(
                ErrorCode.IMAGE_TOO_LARGE,
                "mask_pixels",
                pixels,
                budget.limits().wholePixels());
        long kept = pixels / ((long) subsampling * subsampling);
        // The image is scaled up to its mask, in a picture with transparency.
        return decoded(mask) + kept * (1 + 2 * BYTES_OF_A_PIXEL);
    }

    private static long decoded(COSDictionary image) throws IOException {
        return image instanceof BudgetedStream stream ? stream.decodedBytes() : 0;
    }

    private static boolean isJpeg(COSDictionary image) {
        COSBase filter = image.getDictionaryObject(COSName.FILTER, COSName.F);
        return filter != null && filter.toString().contains("DCT");
    }

    private static long pixels(int width, int height) {
        return (long) Math.max(0, width) * Math.max(0, height);
    }
}
