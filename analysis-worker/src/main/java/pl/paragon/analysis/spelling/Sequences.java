package pl.paragon.analysis.spelling;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * How improbable a symbol is after others: an n-gram model that backs off to shorter n-grams. Symbols are small
 * numbers, a history is a few of them in one {@code long}, the latest in the lowest bits.
 */
final class Sequences {

    private static final double UNKNOWN = 14;
    private static final double STEP = 16;
    private static final int NO_COST = 128;

    /** The n-grams of one length: an open hash table. */
    private static final class Grams {
        private final long[] keys;
        private final byte[] costs;
        private final byte[] leaving;

        Grams(int size) {
            int capacity = Integer.highestOneBit(Math.max(2, size)) * 4;
            keys = new long[capacity];
            costs = new byte[capacity];
            leaving = new byte[capacity];
            Arrays.fill(keys, -1);
        }

        int find(long key) {
            int at = slot(key);
            while (keys[at] != key) {
                if (keys[at] < 0) {
                    return -1;
                }
                at = at + 1 & keys.length - 1;
            }
            return at;
        }

        int add(long key) {
            int at = slot(key);
            while (keys[at] >= 0) {
                at = at + 1 & keys.length - 1;
            }
            keys[at] = key;
            return at;
        }

        private int slot(long key) {
            return (int) (key * 0x9E3779B97F4A7C15L >>> 40) & keys.length - 1;
        }
    }

    private final int bits;
    private final Grams[] byLength;

    private Sequences(int bits, Grams[] byLength) {
        this.bits = bits;
        this.byLength = byLength;
    }

    /** The format is that of {@code models/letters/letters.py}. */
    static Sequences read(DataInputStream in) throws IOException {
        int order = in.readUnsignedByte();
        int bits = in.readUnsignedByte();
        Grams[] byLength = new Grams[order + 1];
        for (int length = 1; length <= order; length++) {
            byLength[length] = grams(in, length < order);
        }
        return new Sequences(bits, byLength);
    }

    private static Grams grams(DataInputStream in, boolean leaving) throws IOException {
        int size = in.readInt();
        byte[] steps = in.readNBytes(in.readInt());
        byte[] costs = in.readNBytes(size);
        byte[] left = leaving ? in.readNBytes(size) : new byte[size];
        Grams grams = new Grams(size);
        long key = 0;
        int at = 0;
        for (int i = 0; i < size; i++) {
            int shift = 0;
            int part;
            do {
                part = steps[at++];
                key += (long) (part & 127) << shift;
                shift += 7;
            } while (part < 0);
            int slot = grams.add(key);
            grams.costs[slot] = costs[i];
            grams.leaving[slot] = left[i];
        }
        return grams;
    }

    /** The history with this symbol behind it, cut to what counts. */
    long extend(long history, int symbol) {
        return (history << bits | symbol) & (1L << bits * (byLength.length - 2)) - 1;
    }

    /** The negative logarithm of the symbol's probability behind the history. */
    double cost(long history, int symbol) {
        double left = 0;
        for (int length = byLength.length - 1; length >= 1; length--) {
            long before = history & (1L << bits * (length - 1)) - 1;
            int found = byLength[length].find(before << bits | symbol);
            if (found >= 0) {
                return left + (byLength[length].costs[found] & 255) / STEP;
            }
            int context = length == 1 ? -1 : byLength[length - 1].find(before);
            left += context < 0 ? 0 : ((byLength[length - 1].leaving[context] & 255) - NO_COST) / STEP;
        }
        return left + UNKNOWN;
    }
}
