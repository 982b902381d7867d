package pl.paragon.benchmarks.report;

import java.util.Arrays;

/**
 * Numbers that were measured one by one.
 *
 * @param sorted the least first; at least one
 */
public record Sample(double[] sorted) {

    private static final double NANOS_PER_MILLI = 1e6;

    public static Sample of(double... measured) {
        if (measured.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        double[] sorted = measured.clone();
        Arrays.sort(sorted);
        return new Sample(sorted);
    }

    /** In milliseconds. */
    public static Sample ofNanos(long... measured) {
        return of(Arrays.stream(measured)
                .mapToDouble(nanos -> nanos / NANOS_PER_MILLI)
                .toArray());
    }

    public int size() {
        return sorted.length;
    }

    /** The least that so large a part of the numbers does not exceed (nearest rank). */
    public double quantile(double part) {
        return sorted[Math.max(0, (int) Math.ceil(part * sorted.length) - 1)];
    }

    /** The middle, between two numbers if there are as many below as above. */
    public double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
