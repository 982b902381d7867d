package pl.paragon.ocr.line;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import pl.paragon.contracts.text.Candidate;
import pl.paragon.contracts.text.Symbol;

/**
 * Turns the recogniser's probabilities, one row of classes for each of some hundred narrow slices of a line, into text.
 * Class 0 is "nothing" (the blank of connectionist temporal classification); runs of one class are one character.
 *
 * <pre>
 *  slices    ·  ·  1  1  ·  ·  9  ·  ,  ·  O0 ·     O0: two likely classes at one place are candidates of one symbol
 *  text            1        9     ,     O
 * </pre>
 */
public final class CtcDecoder {

    /** Candidates that are less probable are not worth their bytes. */
    private static final double WORTH_KEEPING = 0.01;
    /** A character that may have been missed has to be this probable to be reported. */
    private static final double MAYBE_MISSED = 0.05;

    private static final int MOST_CANDIDATES = 4;

    private final String[] alphabet;

    /** @param alphabet the characters of the classes from 1 */
    public CtcDecoder(String alphabet) {
        int[] characters = alphabet.codePoints().toArray();
        this.alphabet = new String[characters.length + 1];
        this.alphabet[0] = "";
        for (int i = 0; i < characters.length; i++) {
            this.alphabet[i + 1] = Character.toString(characters[i]);
        }
    }

    int classes() {
        return alphabet.length;
    }

    /**
     * @param values rows of {@link #classes()} probabilities
     * @param from the first row's index in {@code values}
     * @param steps how many rows the line has, a fraction if its picture was padded
     */
    LineReading decode(FloatBuffer values, int from, int rows, double steps) {
        List<Run> runs = runs(values, from, rows);
        StringBuilder text = new StringBuilder();
        List<Symbol> symbols = new ArrayList<>();
        double sum = 0;
        int characters = 0;
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            double at = place(run.peak, steps);
            if (run.best == 0) {
                missed(values, from, runs, i, steps, symbols);
            } else {
                text.append(alphabet[run.best]);
                sum += run.p;
                characters++;
                symbols.add(new Symbol(at, candidates(values, from, runs, i)));
            }
        }
        return new LineReading(text.toString(), rounded(characters == 0 ? 0 : sum / characters), symbols);
    }

    /** Neighbouring rows of one best class; {@code peak} is the row where it is most probable. */
    private record Run(int best, int first, int last, int peak, double p) {}

    private List<Run> runs(FloatBuffer values, int from, int rows) {
        List<Run> runs = new ArrayList<>();
        int first = 0;
        int previous = -1;
        for (int row = 0; row <= rows; row++) {
            int best = row < rows ? best(values, from + row * classes()) : -1;
            if (best != previous) {
                if (previous >= 0) {
                    runs.add(run(values, from, previous, first, row - 1));
                }
                first = row;
                previous = best;
            }
        }
        return runs;
    }

    private Run run(FloatBuffer values, int from, int best, int first, int last) {
        int peak = first;
        for (int row = first; row <= last; row++) {
            if (p(values, from, row, best) > p(values, from, peak, best)) {
                peak = row;
            }
        }
        return new Run(best, first, last, peak, p(values, from, peak, best));
    }

    private int best(FloatBuffer values, int row) {
        int best = 0;
        for (int c = 1; c < classes(); c++) {
            if (values.get(row + c) > values.get(row + best)) {
                best = c;
            }
        }
        return best;
    }

    private List<Candidate> candidates(FloatBuffer values, int from, List<Run> runs, int i) {
        Run run = runs.get(i);
        List<Candidate> all = new ArrayList<>();
        double nothing = nothing(values, from, runs, i);
        if (nothing > WORTH_KEEPING) {
            all.add(new Candidate("", rounded(nothing)));
        }
        for (int c = 1; c < classes(); c++) {
            double p = p(values, from, run.peak, c);
            if (p > WORTH_KEEPING || c == run.best) {
                all.add(new Candidate(alphabet[c], rounded(p)));
            }
        }
        String best = alphabet[run.best];
        all.sort(Comparator.comparing((Candidate c) -> !c.text().equals(best)).thenComparing(c -> -c.p()));
        return all.size() > MOST_CANDIDATES ? all.subList(0, MOST_CANDIDATES) : all;
    }

    /** How probable it is that no character stands here: each row is blank, or part of the character next to it. */
    private double nothing(FloatBuffer values, int from, List<Run> runs, int i) {
        Run run = runs.get(i);
        int before = i > 0 ? runs.get(i - 1).best : 0;
        int after = i + 1 < runs.size() ? runs.get(i + 1).best : 0;
        double p = 1;
        for (int row = run.first; row <= run.last; row++) {
            double none = p(values, from, row, 0);
            if (before != 0) {
                none += p(values, from, row, before);
            }
            if (after != 0 && after != before) {
                none += p(values, from, row, after);
            }
            p *= none;
        }
        return p;
    }

    /** In a gap, the most probably missed character, if probable enough. The edge of a gap belongs to its neighbour. */
    private void missed(FloatBuffer values, int from, List<Run> runs, int i, double steps, List<Symbol> symbols) {
        Run gap = runs.get(i);
        int before = i > 0 ? runs.get(i - 1).best : 0;
        int after = i + 1 < runs.size() ? runs.get(i + 1).best : 0;
        int bestRow = -1;
        int bestClass = 0;
        double best = MAYBE_MISSED;
        for (int row = gap.first; row <= gap.last; row++) {
            for (int c = 1; c < classes(); c++) {
                boolean neighbours = row == gap.first && c == before || row == gap.last && c == after;
                if (!neighbours && p(values, from, row, c) > best) {
                    best = p(values, from, row, c);
                    bestRow = row;
                    bestClass = c;
                }
            }
        }
        if (bestRow >= 0) {
            double nothing = p(values, from, bestRow, 0);
            symbols.add(new Symbol(
                    place(bestRow, steps),
                    List.of(new Candidate("", rounded(nothing)), new Candidate(alphabet[bestClass], rounded(best)))));
        }
    }

    private double p(FloatBuffer values, int from, int row, int c) {
        return values.get(from + row * classes() + c);
    }

    /** Where along the line the middle of a row is. */
    private static double place(int row, double steps) {
        return rounded(Math.min(1, (row + 0.5) / steps));
    }

    /** Three digits are all that a decoder can use, and a third of the bytes. */
    private static double rounded(double p) {
        return Math.round(p * 1000) / 1000.0;
    }
}
