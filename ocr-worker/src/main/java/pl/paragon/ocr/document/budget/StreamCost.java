package pl.paragon.ocr.document.budget;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.ocr.picture.JpegHeader;
import pl.paragon.worker.stage.StageException;

/**
 * Measures what comes out of an encoded stream without keeping it: byte filters are run and their output counted, up to
 * the limit and no further; of filters for pictures the headers are read.
 */
public final class StreamCost {

    private static final int MOST_FILTERS = 4;
    /** What one filter hands to the next is kept, here and in PDFBox. */
    private static final long MOST_INTERMEDIATE = 16L << 20;

    private static final long MOST_NAMES = 200_000;
    /** One row of a predictor, which PDFBox allocates twice before it has read a byte. */
    private static final long MOST_ROW_BYTES = 1 << 20;
    /** A cross-reference becomes Java objects of some thirty times its size. */
    private static final long MOST_XREF_BYTES = 1 << 20;
    /** A large JPEG is decoded at the size that is drawn, some quarter of its bytes. */
    private static final int SUBSAMPLED = 4;

    private final PdfBudget budget;

    public StreamCost(PdfBudget budget) {
        this.budget = budget;
    }

    long of(COSStream stream) throws IOException {
        try (InputStream encoded = stream.createRawInputStream()) {
            return of(encoded, stream, limit(stream));
        }
    }

    /** Of an image that stands in a page's content. */
    public void requireInline(byte[] encoded, COSDictionary parameters) throws IOException {
        long limit = budget.limits().imageBytes();
        long bytes = of(new ByteArrayInputStream(encoded), parameters, limit);
        // What is skipped when a stream is drawn small is decoded here: an inline image is always decoded in full.
        PdfBudget.require(ErrorCode.IMAGE_TOO_LARGE, "image_bytes", bytes * SUBSAMPLED, limit);
        budget.decodedImage(bytes);
    }

    private long limit(COSDictionary stream) {
        COSBase type = stream.getDictionaryObject(COSName.TYPE);
        if (COSName.XREF.equals(type)) {
            return MOST_XREF_BYTES;
        }
        if (COSName.OBJ_STM.equals(type)) {
            return budget.limits().structureBytes();
        }
        return isImage(stream) ? budget.limits().imageBytes() : budget.limits().streamBytes();
    }

    private static byte[] readAtMost(InputStream input, long limit) throws IOException {
        byte[] bytes = input.readNBytes((int) limit);
        PdfBudget.require(ErrorCode.PDF_TOO_COMPLEX, "stream_bytes", bytes.length, limit - 1);
        return bytes;
    }

    static boolean isImage(COSDictionary stream) {
        return COSName.IMAGE.equals(stream.getDictionaryObject(COSName.SUBTYPE));
    }

    private long of(InputStream encoded, COSDictionary parameters, long limit) throws IOException {
        List<COSName> filters = filters(parameters);
        InputStream input = encoded;
        for (int i = 0; i < filters.size(); i++) {
            COSName filter = filters.get(i);
            boolean last = i == filters.size() - 1;
            if (isPictureFormat(filter)) {
                if (!last) {
                    throw tooComplex("filter", filter.getName());
                }
                return ofPicture(filter, input, parameters, i);
            }
            requireRow(parameters, i);
            long mostBytes = last ? limit : Math.min(limit, MOST_INTERMEDIATE);
            if (filter.getName().startsWith("LZW")) {
                byte[] codes = readAtMost(input, MOST_INTERMEDIATE);
                LzwCost.require(codes, mostBytes, parameters(parameters, i).getInt(COSName.EARLY_CHANGE, 1) != 0);
                input = new ByteArrayInputStream(codes);
            }
            Counter output = new Counter(mostBytes, !last, isImage(parameters));
            try {
                FilterFactory.INSTANCE.getFilter(filter).decode(input, output, parameters, i);
            } catch (IOException e) {
                // Damaged: what was decoded before counts, and PDFBox will meet the same damage.
            }
            if (last) {
                return output.total();
            }
            input = new ByteArrayInputStream(output.kept.toByteArray());
        }
        return count(input, limit, isImage(parameters));
    }

    private static List<COSName> filters(COSDictionary parameters) {
        COSBase filter = parameters.getDictionaryObject(COSName.F, COSName.FILTER);
        List<COSName> names = new ArrayList<>();
        if (filter instanceof COSName name) {
            names.add(name);
        } else if (filter instanceof COSArray array) {
            if (array.size() > MOST_FILTERS) {
                throw tooComplex("filters", String.valueOf(array.size()));
            }
            for (int i = 0; i < array.size(); i++) {
                if (array.getObject(i) instanceof COSName name) {
                    names.add(name);
                }
            }
        }
        // PDFBox drops those that occur twice, but not everywhere.
        if (Set.copyOf(names).size() < names.size()) {
            throw tooComplex("filters", "repeated");
        }
        return names;
    }

    private static StageException tooComplex(String measure, String value) {
        return new StageException(ErrorCode.PDF_TOO_COMPLEX, Map.of(measure, value));
    }

    private static boolean isPictureFormat(COSName filter) {
        return List.of("DCTDecode", "DCT", "JPXDecode", "JBIG2Decode", "CCITTFaxDecode", "CCF")
                .contains(filter.getName());
    }

    private long ofPicture(COSName filter, InputStream encoded, COSDictionary parameters, int index)
            throws IOException {
        return switch (filter.getName()) {
            case "DCTDecode", "DCT" -> ofJpeg(encoded);
            case "JBIG2Decode" ->
                new Jbig2Cost(2 * budget.limits().wholePixels())
                        .of(globals(parameters(parameters, index)), encoded.readAllBytes());
            case "CCITTFaxDecode", "CCF" -> ofFax(parameters, parameters(parameters, index));
            default -> 0; // JPEG 2000: decoded elsewhere, by rules of its own
        };
    }

    private long ofJpeg(InputStream encoded) throws IOException {
        JpegHeader header = JpegHeader.read(encoded).orElse(null);
        if (header == null) {
            return 0; // PDFBox leaves an image out that it cannot decode
        }
        PdfBudget.require(
                ErrorCode.IMAGE_TOO_LARGE,
                "pixels",
                header.size().pixels(),
                budget.limits().imagePixels());
        PdfBudget.require(
                ErrorCode.IMAGE_TOO_LARGE,
                "visited_pixels",
                header.visitedPixels(),
                budget.limits().visitedPixels());
        return header.size().pixels() / SUBSAMPLED;
    }

    private long ofFax(COSDictionary image, COSDictionary parameters) {
        long columns = Math.max(parameters.getInt(COSName.COLUMNS, 1728), 1);
        long rows = Math.max(parameters.getInt(COSName.ROWS, 0), image.getInt(COSName.HEIGHT, COSName.H, 0));
        requirePixels(columns * Math.max(1, rows));
        return columns * rows / 8;
    }

    private byte[] globals(COSDictionary parameters) throws IOException {
        if (parameters.getDictionaryObject(COSName.JBIG2_GLOBALS) instanceof COSStream globals) {
            try (InputStream in = globals.createInputStream()) {
                return in.readAllBytes();
            }
        }
        return new byte[0];
    }

    private void requirePixels(long pixels) {
        PdfBudget.require(
                ErrorCode.IMAGE_TOO_LARGE, "pixels", pixels, budget.limits().wholePixels());
    }

    private static COSDictionary parameters(COSDictionary stream, int index) {
        COSBase parameters = stream.getDictionaryObject(COSName.DP, COSName.DECODE_PARMS);
        if (parameters instanceof COSArray array && index < array.size()) {
            parameters = array.getObject(index);
        }
        return parameters instanceof COSDictionary dictionary ? dictionary : new COSDictionary();
    }

    private static void requireRow(COSDictionary stream, int index) {
        COSDictionary parameters = parameters(stream, index);
        if (parameters.getInt(COSName.PREDICTOR, 1) > 1) {
            long columns = parameters.getInt(COSName.COLUMNS, 1);
            long colours = parameters.getInt(COSName.COLORS, 1);
            long bits = parameters.getInt(COSName.BITS_PER_COMPONENT, 8);
            boolean negative = columns < 0 || colours < 0 || bits < 0;
            PdfBudget.require(
                    ErrorCode.PDF_TOO_COMPLEX,
                    "row_bytes",
                    negative
                            ? -1
                            : Math.min(columns, MOST_ROW_BYTES * 8 + 1)
                                    * Math.min(colours, 32)
                                    * Math.min(bits, 32)
                                    / 8,
                    MOST_ROW_BYTES);
        }
    }

    private static long count(InputStream input, long limit, boolean image) throws IOException {
        Counter counter = new Counter(limit, false, image);
        input.transferTo(counter);
        return counter.total();
    }

    /** Ends the measuring at the limit. */
    private static final class Counter extends OutputStream {

        private final long limit;
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final boolean keep;
        private final boolean image;
        private boolean font;
        private long count;
        private long names;

        private Counter(long limit, boolean keep, boolean image) {
            this.limit = limit;
            this.keep = keep;
            this.image = image;
        }

        @Override
        public void write(int value) {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            count += length;
            PdfBudget.require(
                    image ? ErrorCode.IMAGE_TOO_LARGE : ErrorCode.PDF_TOO_COMPLEX, "stream_bytes", count, limit);
            if (count == length && !keep && !image) {
                font = SfntCost.isFont(Arrays.copyOfRange(bytes, from, from + length), length);
            }
            if (keep || font) {
                kept.write(bytes, from, length);
            } else if (!image) {
                countNames(bytes, from, length);
            }
        }

        long total() {
            if (font) {
                SfntCost.require(kept.toByteArray());
            }
            return count;
        }

        /** PDFBox keeps each different name for as long as the process lives. */
        private void countNames(byte[] bytes, int from, int length) {
            for (int i = from; i < from + length; i++) {
                if (bytes[i] == '/') {
                    names++;
                }
            }
            PdfBudget.require(ErrorCode.PDF_TOO_COMPLEX, "names", names, MOST_NAMES);
        }
    }
}
