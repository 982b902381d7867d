package pl.paragon.analysis.rows;

import java.util.ArrayList;
import java.util.List;

/**
 * How print runs at each place of a page: paper curls, so its left and right edge, its top and bottom have slopes of
 * their own. Slopes seen at some places are carried over to others by a weighted mean in which what is near counts
 * most.
 */
final class SlopeField {

    private record Seen(double x, double y, double slope, double weight) {}

    private static final double FAR = 1e-9;
    /** From here on the exponential adds nothing to {@link #FAR} in a double: e^-60 is below 1e-26. */
    private static final double BEYOND = 120;

    private final List<Seen> seen = new ArrayList<>();
    private final double reachX;
    private final double reachY;

    /**
     * @param reachX how far to the side a slope tells of others
     * @param reachY how far up and down
     */
    SlopeField(double reachX, double reachY) {
        this.reachX = Math.max(1, reachX);
        this.reachY = Math.max(1, reachY);
    }

    void add(double x, double y, double slope, double weight) {
        seen.add(new Seen(x, y, slope, weight));
    }

    double at(double x, double y) {
        double sum = 0;
        double weights = 0;
        for (Seen s : seen) {
            double dx = (s.x - x) / reachX;
            double dy = (s.y - y) / reachY;
            double square = dx * dx + dy * dy;
            double w = s.weight * (square > BEYOND ? FAR : Math.exp(-square / 2) + FAR);
            sum += w * s.slope;
            weights += w;
        }
        return weights == 0 ? 0 : sum / weights;
    }

    /** By how much print goes down on its way from one place to the other. */
    double drop(double fromX, double fromY, double toX, double toY) {
        return (toX - fromX) * (at(fromX, fromY) + at(toX, toY)) / 2;
    }
}
