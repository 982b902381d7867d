package pl.paragon.ocr.document.budget;

import java.nio.ByteBuffer;
import pl.paragon.contracts.error.ErrorCode;

/**
 * How many characters a TrueType or OpenType font maps to glyphs. FontBox makes an entry for each, and a few bytes can
 * map all of Unicode again and again.
 */
final class SfntCost {

    private static final int CMAP = 0x636D6170;
    /** A font with all Chinese characters maps some fifty thousand, in several tables. */
    private static final long MOST_MAPPINGS = 1 << 19;

    private static final int MOST_TABLES = 64;

    private SfntCost() {}

    static boolean isFont(byte[] head, int length) {
        if (length < 4) {
            return false;
        }
        int magic = ByteBuffer.wrap(head).getInt();
        return magic == 0x00010000 || magic == 0x74727565 || magic == 0x4F54544F;
    }

    static void require(byte[] font) {
        try {
            ByteBuffer in = ByteBuffer.wrap(font);
            int tables = Math.min(MOST_TABLES, in.getShort(4) & 0xFFFF);
            long mappings = 0;
            for (int i = 0; i < tables; i++) {
                if (in.getInt(12 + 16 * i) == CMAP) {
                    mappings += mappings(in, in.getInt(12 + 16 * i + 8));
                    PdfBudget.require(ErrorCode.PDF_TOO_COMPLEX, "font_mappings", mappings, MOST_MAPPINGS);
                }
            }
        } catch (IndexOutOfBoundsException e) {
            // Cut off or damaged: FontBox fails at the same place.
        }
    }

    private static long mappings(ByteBuffer in, int cmap) {
        int subtables = Math.min(MOST_TABLES, in.getShort(cmap + 2) & 0xFFFF);
        long mappings = 0;
        for (int i = 0; i < subtables; i++) {
            int subtable = cmap + in.getInt(cmap + 4 + 8 * i + 4);
            int format = in.getShort(subtable);
            int groups =
                    switch (format) {
                        case 12, 13 -> subtable + 12;
                        case 8 -> subtable + 12 + 8192;
                        default -> 0;
                    };
            if (groups > 0) {
                mappings += grouped(in, groups);
            }
        }
        return mappings;
    }

    private static long grouped(ByteBuffer in, int at) {
        long count = in.getInt(at) & 0xFFFFFFFFL;
        long mappings = 0;
        for (long i = 0; i < count && mappings <= MOST_MAPPINGS; i++) {
            int group = (int) (at + 4 + 12 * i);
            long first = in.getInt(group) & 0xFFFFFFFFL;
            long last = in.getInt(group + 4) & 0xFFFFFFFFL;
            mappings += Math.max(1, last - first + 1);
        }
        return mappings;
    }
}
