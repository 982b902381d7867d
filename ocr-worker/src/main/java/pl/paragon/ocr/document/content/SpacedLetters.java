package pl.paragon.ocr.document.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.pdfbox.text.TextPosition;

/**
 * Joins the letters of words that are set with space between them ({@code S U M A   2 6 , 7 7}). Within a word the
 * space is the same everywhere, between words it is wider:
 *
 * <pre>
 *  S U M A     2 6 , 7 7
 *   3 3 3   11  3 3 3 3     points between two letters
 * </pre>
 */
final class SpacedLetters {

    /** Of a line's letters, those that stand alone if it is spaced: some are found together by chance. */
    private static final double SINGLE = 0.6;

    private static final int FEWEST_LETTERS = 4;
    /** A step that is so many times as long as the usual one ends a word … */
    private static final double WIDER = 1.6;
    /** … and the same for steps from letter to letter, their widths included. */
    private static final double WIDER_PITCH = 1.5;
    /** Columns of single letters, as of tax rates, stand farther apart than this, in widths of a letter. */
    private static final double FARTHEST = 1.5;
    /** A short run within a line is only joined if its spaces are as equal as this. */
    private static final double EQUAL = 1.35;

    private static final int SHORTEST_RUN = 4;

    private SpacedLetters() {}

    /** @param words of one line, as they were found by the width of a space */
    static List<List<TextPosition>> join(List<List<TextPosition>> words) {
        List<TextPosition> letters = words.stream().flatMap(List::stream).toList();
        long single = words.stream().filter(SpacedLetters::isSingle).count();
        if (letters.size() >= FEWEST_LETTERS && single >= SINGLE * letters.size()) {
            return split(letters);
        }
        return single >= SHORTEST_RUN ? joinRuns(words) : words;
    }

    private static boolean isSingle(List<TextPosition> word) {
        return word.size() == 1;
    }

    private static List<List<TextPosition>> split(List<TextPosition> letters) {
        double letter =
                letters.stream().mapToDouble(TextPosition::getWidth).average().orElse(0);
        double[] gaps = steps(letters, SpacedLetters::right, TextPosition::getX);
        double[] starts = steps(letters, TextPosition::getX, TextPosition::getX);
        double[] middles = steps(letters, SpacedLetters::middle, SpacedLetters::middle);
        // Letters in cells of one width, as in forms, are equally far apart by their left sides or their middles.
        double[] steadiest = steadier(steadier(gaps, starts), middles);
        double usual = usual(steadiest);
        boolean cells = steadiest != gaps;
        if (usual > FARTHEST * letter + (cells ? letter : 0)) {
            return letters.stream().map(List::of).toList();
        }
        double limit = usual * (cells ? WIDER_PITCH : WIDER) + letter / 20;
        List<List<TextPosition>> words = new ArrayList<>();
        List<TextPosition> word = new ArrayList<>();
        for (int i = 0; i < letters.size(); i++) {
            if (i > 0 && steadiest[i - 1] > limit) {
                words.add(word);
                word = new ArrayList<>();
            }
            word.add(letters.get(i));
        }
        words.add(word);
        return words;
    }

    private static double[] steps(
            List<TextPosition> letters, ToDoubleFunction<TextPosition> from, ToDoubleFunction<TextPosition> to) {
        return IntStream.range(1, letters.size())
                .mapToDouble(
                        i -> Math.max(0, to.applyAsDouble(letters.get(i)) - from.applyAsDouble(letters.get(i - 1))))
                .toArray();
    }

    private static double right(TextPosition letter) {
        return letter.getX() + letter.getWidth();
    }

    private static double middle(TextPosition letter) {
        return letter.getX() + letter.getWidth() / 2;
    }

    private static double[] steadier(double[] a, double[] b) {
        return spread(b) < spread(a) - 1e-3 ? b : a;
    }

    /** How far the shorter half of the steps, those within words, differ. */
    private static double spread(double[] steps) {
        double[] sorted = steps.clone();
        Arrays.sort(sorted);
        int half = Math.max(1, sorted.length / 2);
        return sorted[half - 1] - sorted[0];
    }

    private static double usual(double[] steps) {
        double[] sorted = steps.clone();
        Arrays.sort(sorted);
        return sorted[(sorted.length - 1) * 2 / 5];
    }

    private static List<List<TextPosition>> joinRuns(List<List<TextPosition>> words) {
        List<List<TextPosition>> joined = new ArrayList<>();
        int from = 0;
        while (from < words.size()) {
            int to = runEnd(words, from);
            if (to - from >= SHORTEST_RUN && !isAlphabet(words, from, to)) {
                joined.add(
                        words.subList(from, to).stream().flatMap(List::stream).toList());
            } else {
                joined.addAll(words.subList(from, to));
            }
            from = to;
        }
        return joined;
    }

    /** After the last of the single letters that stand equally far apart. */
    private static int runEnd(List<List<TextPosition>> words, int from) {
        int to = from + 1;
        double least = Double.MAX_VALUE;
        double most = 0;
        while (to < words.size() && isLetter(words.get(to - 1)) && isLetter(words.get(to))) {
            TextPosition before = words.get(to - 1).getFirst();
            TextPosition next = words.get(to).getFirst();
            double gap = next.getX() - right(before);
            least = Math.min(least, gap);
            most = Math.max(most, gap);
            if (most > EQUAL * least || gap > FARTHEST * before.getWidth()) {
                break;
            }
            to++;
        }
        return to;
    }

    private static boolean isLetter(List<TextPosition> word) {
        return isSingle(word) && word.getFirst().getUnicode().codePoints().allMatch(Character::isLetter);
    }

    /** The letters of tax rates, {@code A B C D}, are no word. */
    private static boolean isAlphabet(List<List<TextPosition>> words, int from, int to) {
        return IntStream.range(from + 1, to).allMatch(i -> first(words.get(i)) == first(words.get(i - 1)) + 1);
    }

    private static int first(List<TextPosition> word) {
        return word.getFirst().getUnicode().codePointAt(0);
    }
}
