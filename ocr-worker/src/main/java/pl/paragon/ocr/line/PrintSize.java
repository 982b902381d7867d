package pl.paragon.ocr.line;

import java.util.List;

/**
 * How large the lines are that the detector found, which says whether it missed smaller ones.
 *
 * @param median rows that a line takes in the view, with the room around it; 0 if there are no lines
 * @param lowest the same of the lowest line but a tenth, which may be specks
 */
record PrintSize(double median, double lowest) {

    private static final double LARGE = 16;
    private static final double LARGE_FOR_LOWEST = 14;

    static PrintSize of(List<LineBox> lines) {
        double[] heights = lines.stream().mapToDouble(LineBox::h).sorted().toArray();
        return heights.length == 0
                ? new PrintSize(0, 0)
                : new PrintSize(heights[heights.length / 2], heights[heights.length / 10]);
    }

    /** Whether nothing more is found by looking closer. */
    boolean isLargeEnough() {
        return median >= LARGE && lowest >= LARGE_FOR_LOWEST;
    }
}
