package pl.paragon.ocr.document.budget;

import pl.paragon.contracts.error.ErrorCode;

/**
 * Follows the codes of an LZW stream by their lengths alone. PDFBox lets its table grow beyond what the format allows,
 * and makes a new one for each code that clears it.
 */
final class LzwCost {

    /** PDFBox's names for the two are swapped; the numbers are the format's. */
    private static final int CLEAR = 256;

    private static final int END = 257;
    private static final int FIRST = 258;
    private static final int LARGEST = 4096 + 2;
    /** A table is full after some five kilobytes. */
    private static final int BYTES_FOR_A_CLEAR = 500;

    private LzwCost() {}

    /** Refuses what would cost more than {@code limit} bytes of output, or tables without end. */
    static void require(byte[] encoded, long limit, boolean earlyChange) {
        int[] lengths = new int[LARGEST + 1];
        int size = FIRST;
        int width = 9;
        int previous = 0;
        long output = 0;
        long clears = 0;
        long bits = encoded.length * 8L;
        for (long at = 0; at + width <= bits; ) {
            int code = bits(encoded, at, width);
            at += width;
            if (code == CLEAR) {
                clears++;
                PdfBudget.require(
                        ErrorCode.PDF_TOO_COMPLEX, "lzw_clears", clears, 10 + encoded.length / BYTES_FOR_A_CLEAR);
                size = FIRST;
                width = 9;
                previous = 0;
                continue;
            }
            if (code == END || code > size || code == size && previous == 0) {
                return; // the end, or damage at which PDFBox ends as well
            }
            int length = code < CLEAR ? 1 : code == size ? previous + 1 : lengths[code];
            output += length;
            PdfBudget.require(ErrorCode.PDF_TOO_COMPLEX, "stream_bytes", output, limit);
            if (previous > 0) {
                PdfBudget.require(ErrorCode.PDF_TOO_COMPLEX, "lzw_codes", size, LARGEST - 1);
                lengths[size++] = previous + 1;
            }
            previous = length;
            int next = size + (earlyChange ? 1 : 0);
            width = next >= 2048 ? 12 : next >= 1024 ? 11 : next >= 512 ? 10 : 9;
        }
    }

    private static int bits(byte[] bytes, long at, int count) {
        int value = 0;
        for (int i = 0; i < count; i++, at++) {
            value = value << 1 | bytes[(int) (at >> 3)] >> 7 - (int) (at & 7) & 1;
        }
        return value;
    }
}
