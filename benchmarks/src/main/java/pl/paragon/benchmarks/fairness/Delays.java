package pl.paragon.benchmarks.fairness;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much longer receipts took beside a bulk than alone, in receipts' time: the median of what one takes alone.
 *
 * @param alone what one takes alone
 * @param sorted the delays, the shortest first
 */
record Delays(Duration alone, List<Double> sorted) {

    /** @param alone and {@code beside}: what the same receipts took, in the same order */
    Delays(List<Duration> alone, List<Duration> beside) {
        this(middle(alone.stream().sorted().toList()), delays(alone, beside));
    }

    private static List<Double> delays(List<Duration> alone, List<Duration> beside) {
        double receipt = middle(alone.stream().sorted().toList()).toNanos();
        return IntStream.range(0, alone.size())
                .mapToObj(i -> beside.get(i).minus(alone.get(i)).toNanos() / receipt)
                .sorted()
                .toList();
    }

    double median() {
        return middle(sorted);
    }

    double longest() {
        return sorted.getLast();
    }

    private static <T> T middle(List<T> sorted) {
        return sorted.get(sorted.size() / 2);
    }
}
