package pl.paragon.ocr.document.budget;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Map;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.pdfbox.jbig2.decoder.arithmetic.ArithmeticDecoder;
import org.apache.pdfbox.jbig2.decoder.arithmetic.ArithmeticIntegerDecoder;
import org.apache.pdfbox.jbig2.decoder.arithmetic.CX;
import org.apache.pdfbox.jbig2.segments.GenericRegion;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.worker.stage.StageException;

/**
 * What a JBIG2 image will cost, by its segments. The sizes of symbols are known only while they are decoded, so
 * dictionaries are decoded here, each symbol within a bound, before the real decoder sees them. Refinement and Huffman
 * codes, with which no scanner's software that we know writes, are refused.
 */
final class Jbig2Cost {

    private static final int MOST_SEGMENTS = 1_000;
    private static final long MOST_SYMBOLS = 20_000;
    private static final long MOST_SYMBOL_PIXELS = 1 << 18;
    private static final long MOST_INSTANCES = 100_000;

    private final long mostPixels;
    private long pixels;
    private long symbols;
    private long symbolPixels;

    Jbig2Cost(long mostPixels) {
        this.mostPixels = mostPixels;
    }

    /** @return bytes of the decoded image */
    long of(byte[] globals, byte[] image) throws IOException {
        walk(globals);
        walk(image);
        return pixels / 8;
    }

    private void walk(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        try {
            for (int segments = 0; in.available() > 0; segments++) {
                require("segments", segments, MOST_SEGMENTS);
                segment(in);
            }
        } catch (EOFException e) {
            // Cut off: what is missing costs nothing.
        }
    }

    private void segment(DataInputStream in) throws IOException {
        long number = in.readInt() & 0xFFFFFFFFL;
        int flags = in.readUnsignedByte();
        int referred = in.readUnsignedByte() >> 5;
        if (referred > 4) {
            require("referred_segments", -1, MOST_SEGMENTS);
        }
        int size = number <= 256 ? 1 : number <= 65_536 ? 2 : 4;
        in.skipNBytes((long) referred * size + ((flags & 0x40) != 0 ? 4 : 1));
        long length = in.readInt() & 0xFFFFFFFFL;
        if (length == 0xFFFFFFFFL) {
            length = in.available(); // of unknown length: up to the end of the image
        }
        byte[] data = in.readNBytes((int) Math.min(length, in.available()));
        switch (flags & 0x3F) {
            case 0 -> symbolDictionary(data);
            case 4, 6, 7 -> textRegion(data);
            case 16 -> throw refused("pattern_dictionary");
            case 20, 22, 23 -> throw refused("halftone_region");
            case 36, 38, 39 -> region(data);
            case 40, 42, 43 -> throw refused("refinement_region");
            case 48 -> page(data);
            default -> {
                // ends of pages and stripes, profiles, tables: nothing is built from them
            }
        }
    }

    private void page(byte[] data) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(data));
        long width = in.readInt() & 0xFFFFFFFFL;
        long height = in.readInt() & 0xFFFFFFFFL;
        // Of unknown height: the regions, which are counted, decide.
        add(width, height == 0xFFFFFFFFL ? 1 : height);
    }

    private void region(byte[] data) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(data));
        add(in.readInt() & 0xFFFFFFFFL, in.readInt() & 0xFFFFFFFFL);
    }

    private void textRegion(byte[] data) throws IOException {
        region(data);
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(data));
        in.skipNBytes(17);
        int flags = in.readUnsignedShort();
        if ((flags & 3) != 0) {
            throw refused("text_region_flags");
        }
        require("instances", in.readInt() & 0xFFFFFFFFL, MOST_INSTANCES);
    }

    private void symbolDictionary(byte[] data) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(data));
        int flags = in.readUnsignedShort();
        boolean huffmanOrRefinement = (flags & 3) != 0;
        boolean contextsOfAnother = (flags & 0x100) != 0;
        if (huffmanOrRefinement || contextsOfAnother) {
            throw refused("symbol_dictionary_flags");
        }
        byte template = (byte) (flags >> 10 & 3);
        int pixelsOfContext = template == 0 ? 4 : 1;
        short[] x = new short[pixelsOfContext];
        short[] y = new short[pixelsOfContext];
        for (int i = 0; i < pixelsOfContext; i++) {
            x[i] = in.readByte();
            y[i] = in.readByte();
        }
        require("symbols", in.readInt() & 0xFFFFFFFFL, MOST_SYMBOLS);
        long count = in.readInt() & 0xFFFFFFFFL;
        symbols += count;
        require("symbols", symbols, MOST_SYMBOLS);
        int begin = data.length - in.available();
        try (MemoryCacheImageInputStream coded =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(data, begin, data.length - begin))) {
            decode(coded, count, template, x, y);
        } catch (StageException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Damaged: the real decoder fails at the same symbol.
        }
    }

    private void decode(MemoryCacheImageInputStream coded, long count, byte template, short[] x, short[] y)
            throws IOException {
        ArithmeticDecoder decoder = new ArithmeticDecoder(coded);
        ArithmeticIntegerDecoder integers = new ArithmeticIntegerDecoder(decoder);
        CX heights = new CX(512, 1);
        CX widths = new CX(512, 1);
        CX bitmaps = new CX(65_536, 1);
        SymbolRegion region = new SymbolRegion();
        long height = 0;
        long decoded = 0;
        long classes = 0;
        while (decoded < count) {
            require("height_classes", ++classes, MOST_SYMBOLS);
            height += integers.decode(heights);
            long width = 0;
            while (true) {
                long difference = integers.decode(widths);
                if (difference == Long.MAX_VALUE || decoded >= count) {
                    break;
                }
                width += difference;
                require("symbol_width", width, MOST_SYMBOL_PIXELS);
                require("symbol_height", height, MOST_SYMBOL_PIXELS);
                require("symbol_pixels", width * height, MOST_SYMBOL_PIXELS);
                symbolPixels += width * height;
                require("symbol_pixels", symbolPixels, mostPixels / 4);
                region.decode(template, x, y, (int) width, (int) height, bitmaps, decoder);
                decoded++;
            }
        }
    }

    private void add(long width, long height) {
        if (width > mostPixels || height > mostPixels) {
            throw tooLarge(-1);
        }
        pixels += width * height;
        if (pixels > mostPixels) {
            throw tooLarge(pixels);
        }
    }

    private StageException tooLarge(long value) {
        return new StageException(
                ErrorCode.IMAGE_TOO_LARGE,
                Map.of("pixels", value < 0 ? "unbounded" : String.valueOf(value), "limit", String.valueOf(mostPixels)));
    }

    private static void require(String measure, long value, long limit) {
        PdfBudget.require(ErrorCode.PDF_TOO_COMPLEX, "jbig2_" + measure, value, limit);
    }

    private static StageException refused(String what) {
        return new StageException(ErrorCode.PDF_TOO_COMPLEX, Map.of("jbig2", what));
    }

    /** Gives access to the library's decoder of single bitmaps. */
    private static final class SymbolRegion extends GenericRegion {

        void decode(byte template, short[] x, short[] y, int width, int height, CX contexts, ArithmeticDecoder decoder)
                throws IOException {
            setParameters(false, template, false, false, x, y, width, height, contexts, decoder);
            getRegionBitmap();
        }
    }
}
