package pl.paragon.benchmarks.accuracy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import pl.paragon.benchmarks.accuracy.Score.Lines;

/** What is measured over a group of receipts. Percentages, but for the counts. */
enum Metric {
    TOTAL(true, scores -> share(scores, Score::total)),
    DATE(true, scores -> share(scores, Score::date)),
    NIP(true, scores -> share(scores, Score::nip)),
    STORE(true, scores -> share(scores, Score::store)),
    DUE(true, scores -> share(scores, Score::due)),
    LINES_PRECISION(true, scores -> lines(scores, Lines::found)),
    LINES_RECALL(true, scores -> lines(scores, Lines::all)),
    NAMES(true, scores -> parts(scores, Score::names)),
    QUANTITIES(true, scores -> parts(scores, Score::quantities)),
    PERFECT(true, scores -> percent(scores.stream().filter(Score::perfect).count(), scores.size())),
    INVENTED_TOTALS(
            false, scores -> percent(scores.stream().filter(Score::invented).count(), scores.size())),
    FALSE_PROOFS(
            false,
            scores ->
                    OptionalDouble.of(scores.stream().filter(Score::falseProof).count()));

    private final boolean moreIsBetter;
    private final Function<List<Score>, OptionalDouble> measure;

    Metric(boolean moreIsBetter, Function<List<Score>, OptionalDouble> measure) {
        this.moreIsBetter = moreIsBetter;
        this.measure = measure;
    }

    /** Empty if none of these receipts says anything of it. */
    OptionalDouble of(List<Score> scores) {
        return measure.apply(scores);
    }

    boolean undercuts(double measured, double level) {
        return moreIsBetter ? measured < level : measured > level;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Metric> called(String key) {
        return Arrays.stream(values())
                .filter(metric -> metric.key().equals(key))
                .findFirst();
    }

    private static OptionalDouble share(List<Score> scores, Function<Score, Optional<Boolean>> what) {
        List<Boolean> said = scores.stream().map(what).flatMap(Optional::stream).toList();
        return percent(said.stream().filter(right -> right).count(), said.size());
    }

    private static OptionalDouble lines(List<Score> scores, Function<Lines, Integer> of) {
        List<Lines> all =
                scores.stream().map(Score::lines).flatMap(Optional::stream).toList();
        return percent(
                all.stream().mapToInt(Lines::right).sum(),
                all.stream().mapToInt(of::apply).sum());
    }

    private static OptionalDouble parts(List<Score> scores, Function<Score, Score.Part> what) {
        return percent(
                scores.stream().map(what).mapToInt(Score.Part::right).sum(),
                scores.stream().map(what).mapToInt(Score.Part::all).sum());
    }

    private static OptionalDouble percent(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * part / whole);
    }
}
