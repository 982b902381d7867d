package pl.paragon.benchmarks.sidebyside;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import pl.paragon.benchmarks.report.Sample;
import pl.paragon.benchmarks.sidebyside.Bar.Verdict;

/**
 * One measure of both systems, repeat by repeat.
 *
 * @param setting under which it was measured, e.g. {@code clients=8}
 * @param measure e.g. {@code p50}
 * @param reference empty if only Paragon was measured
 */
record Figure(
        Map<String, Object> setting,
        String measure,
        String unit,
        Bar bar,
        List<Double> paragon,
        List<Double> reference) {

    double ofParagon() {
        return median(paragon);
    }

    OptionalDouble ofReference() {
        return reference.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(median(reference));
    }

    /** Paragon's median divided by the reference's. */
    OptionalDouble ratio() {
        return reference.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(median(paragon) / median(reference));
    }

    Verdict verdict() {
        return bar.judge(ofParagon(), ratio());
    }

    private static double median(List<Double> repeats) {
        return Sample.of(repeats.stream().mapToDouble(Double::doubleValue).toArray())
                .median();
    }
}
