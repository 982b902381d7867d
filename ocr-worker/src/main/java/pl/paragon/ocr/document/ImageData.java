package pl.paragon.ocr.document;

import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import pl.paragon.ocr.document.budget.BudgetedStream;

/** Whether an image's data ends before the image. PDFBox draws what is missing in black or grey and says nothing. */
final class ImageData {

    /** Of an image's bytes, the share that has to be there. */
    private static final double COMPLETE = 0.9;
    /** Some programs write padding behind a JPEG. */
    private static final int PADDING = 1 << 12;

    private ImageData() {}

    static boolean isCutOff(PDImage image) throws IOException {
        if (!(image.getCOSObject() instanceof BudgetedStream stream)) {
            return false;
        }
        String filters = names(stream.getDictionaryObject(COSName.FILTER));
        if (filters.equals("DCTDecode")) {
            return !endsAsJpeg(stream);
        }
        if (filters.matches(".*(DCT|JPX|JBIG2|CCITTFax)Decode")) {
            return false; // their length tells nothing
        }
        int colours = image.isStencil() ? 1 : image.getColorSpace().getNumberOfComponents();
        long row = ((long) image.getWidth() * colours * image.getBitsPerComponent() + 7) / 8;
        return stream.decodedBytes() < COMPLETE * row * image.getHeight();
    }

    /** Whether the image is coded as this and nothing else. */
    static boolean isOnly(COSStream image, COSName filter) {
        return names(image.getDictionaryObject(COSName.FILTER)).equals(filter.getName());
    }

    private static String names(COSBase filter) {
        if (filter instanceof COSName name) {
            return name.getName();
        }
        StringBuilder names = new StringBuilder();
        if (filter instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                names.append(array.getObject(i) instanceof COSName name ? name.getName() : "");
            }
        }
        return names.toString();
    }

    private static boolean endsAsJpeg(COSStream stream) throws IOException {
        try (InputStream in = stream.createRawInputStream()) {
            in.skipNBytes(Math.max(0, in.available() - PADDING));
            int before = 0;
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (before == 0xFF && next == 0xD9) {
                    return true;
                }
                before = next;
            }
            return false;
        }
    }
}
