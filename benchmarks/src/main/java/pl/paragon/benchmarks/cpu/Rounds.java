package pl.paragon.benchmarks.cpu;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import pl.paragon.benchmarks.report.Sample;

/** Processor time per receipt or page, round by round. */
record Rounds(double[] times) {

    double least() {
        return Arrays.stream(times).min().orElseThrow();
    }

    double median() {
        return Sample.of(times).median();
    }

    /** Both together, round by round. */
    Rounds plus(Rounds other) {
        double[] sums = new double[times.length];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = times[i] + other.times[i];
        }
        return new Rounds(sums);
    }

    /** These rounds and the others after them. */
    Rounds then(Rounds others) {
        return new Rounds(DoubleStream.concat(Arrays.stream(times), Arrays.stream(others.times))
                .toArray());
    }
}
