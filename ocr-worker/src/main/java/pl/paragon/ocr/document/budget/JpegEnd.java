package pl.paragon.ocr.document.budget;

import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.cos.COSStream;

/** Whether a JPEG ends with its marker. Its decoder makes up in grey what is missing of one that was cut off. */
final class JpegEnd {

    /** Some programs write padding behind the marker. */
    private static final int PADDING = 1 << 12;

    private JpegEnd() {}

    static boolean isIn(COSStream stream) throws IOException {
        try (InputStream in = stream.createRawInputStream()) {
            long length = in.available();
            if (in.read() != 0xFF || in.read() != 0xD8) {
                return true; // coded once more
            }
            in.skipNBytes(Math.max(0, length - 2 - PADDING));
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
