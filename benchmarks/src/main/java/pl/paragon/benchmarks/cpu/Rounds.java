package pl.paragon.benchmarks.cpu;

import java.util.Arrays;

/** Processor seconds per receipt, round by round. */
record Rounds(double[] seconds) {

    double least() {
        return Arrays.stream(seconds).min().orElseThrow();
    }

    double median() {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Both together, round by round. */
    Rounds plus(Rounds other) {
        double[] sums = new double[seconds.length];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = seconds[i] + other.seconds[i];
        }
        return new Rounds(sums);
    }
}
