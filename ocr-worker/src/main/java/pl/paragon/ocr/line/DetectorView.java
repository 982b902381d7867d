package pl.paragon.ocr.line;

import java.util.ArrayList;
import java.util.List;

/**
 * At which size the detector looks at a picture, and in how many bands. Its working memory is some two hundred bytes
 * for each pixel, so a large picture is looked at in bands from top to bottom; they overlap, since what lies at a
 * band's edge is seen without its surroundings. A screenshot of ten thousand pixels is just a picture of many bands.
 *
 * @param width pixels, a multiple of 32
 * @param height pixels, a multiple of 32
 */
record DetectorView(int width, int height) {

    /** The longer side is scaled down to this … */
    private static final int LONGEST = 1600;
    /** … but the shorter side not below this, and a small picture up to this: smaller print is not found. */
    private static final int SHORTEST = 736;
    /** The same if the picture is much taller than wide: a receipt that fills its width. */
    private static final int SHORTEST_OF_TALL = 544;

    private static final double TALL = 2.7;

    /** How wide the widest view is. Wider pictures have no lines that long. */
    private static final int WIDEST = 4000;

    /**
     * More than any receipt has: a picture forty times as long as wide is seen at its full {@link #SHORTEST_OF_TALL}.
     */
    private static final double MOST_PIXELS = 12_000_000;

    /** A band's size. Two hundred megabytes are used to look at it. */
    private static final int BAND_PIXELS = 1_200_000;

    /** Rows of its neighbour that a band sees … */
    private static final int MARGIN = 64;

    /** … and those where its result counts too. */
    private static final int SHARED = 32;

    private static final int STRIDE = 32;

    static DetectorView of(int cols, int rows) {
        double shorter = Math.min(cols, rows);
        double longer = Math.max(cols, rows);
        double least = rows > TALL * cols ? SHORTEST_OF_TALL : SHORTEST;
        double factor = Math.max(Math.min(1, LONGEST / longer), least / shorter);
        factor = Math.min(factor, (double) WIDEST / cols);
        factor = Math.min(factor, Math.sqrt(MOST_PIXELS / (shorter * longer)));
        int width = multiple(cols * factor);
        // A strip that is thinner than one stride is widened to it, and must not grow by that.
        return new DetectorView(width, multiple(Math.min(rows * factor, MOST_PIXELS / width)));
    }

    /** The same picture, half as wide and half as high. */
    DetectorView half() {
        return new DetectorView(multiple(width / 2.0), multiple(height / 2.0));
    }

    private static int multiple(double length) {
        return Math.max(STRIDE, (int) Math.round(length / STRIDE) * STRIDE);
    }

    /**
     * Rows of the view that are looked at together. In rows that two bands share, the more probable print counts: a
     * line that runs from one into the other, in a picture on its side, stays in one piece.
     *
     * @param top the first row that is looked at
     * @param from the first row whose result counts
     * @param to after the last row whose result counts
     * @param end after the last row that is looked at
     */
    record Band(int top, int from, int to, int end) {}

    List<Band> bands() {
        int most = Math.max(4 * MARGIN, BAND_PIXELS / width);
        int count = height <= most ? 1 : (int) Math.ceil((double) height / (most - 2 * MARGIN));
        List<Band> bands = new ArrayList<>();
        int own = 0;
        for (int i = 1; i <= count; i++) {
            int next = i == count ? height : multiple((double) height * i / count);
            bands.add(new Band(
                    Math.max(0, own - MARGIN),
                    Math.max(0, own - SHARED),
                    Math.min(height, next + SHARED),
                    Math.min(height, next + MARGIN)));
            own = next;
        }
        return bands;
    }
}
