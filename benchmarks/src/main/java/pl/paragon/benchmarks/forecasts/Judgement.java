package pl.paragon.benchmarks.forecasts;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** What a number of forecasts were worth. */
record Judgement(List<Told> forecasts) {

    private static final int PERCENT = 100;

    double within() {
        return percent(Told::within);
    }

    double endedBefore() {
        return percent(Told::endedBefore);
    }

    double endedAfter() {
        return percent(Told::endedAfter);
    }

    /** The median of how much was left, in seconds. */
    double left() {
        return median(Told::left);
    }

    /** The median of how wrong they were, as percentage of what was left. */
    double error() {
        return PERCENT * median(told -> Math.abs(told.error()));
    }

    /** The same with its sign: positive if jobs end sooner than is said. */
    double bias() {
        return PERCENT * median(Told::error);
    }

    private double percent(Predicate<Told> what) {
        return (double) PERCENT * forecasts.stream().filter(what).count() / forecasts.size();
    }

    private double median(ToDoubleFunction<Told> what) {
        double[] sorted = forecasts.stream().mapToDouble(what).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
