package pl.paragon.ocr.document.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import pl.paragon.ocr.document.content.PlacedWord.Glyph;

/** Which words of a text are looked at: few, since each costs some milliseconds. */
final class WordChoice {

    private static final int USUAL = 6;
    /** As long as digits are left that none of the words holds. */
    private static final int MOST = 8;

    private static final int LONGEST = 24;
    /** A wrong figure is worse than a wrong letter. */
    private static final double DIGIT = 4;

    private static final double LETTER = 1;
    /** For a word as far from all others as the text is high. */
    private static final double APART = 6;
    /** Columns of pixels cost time: shorter words first where both tell as much. */
    private static final double LENGTH = 0.2;

    private final List<PlacedWord> candidates;
    private final Set<PlacedWord> chosen = new LinkedHashSet<>();
    private final Set<Glyph> covered = new HashSet<>();
    private final double height;

    WordChoice(List<PlacedWord> words) {
        this.candidates = words.stream()
                .filter(word -> word.lettersAndDigits() >= 2 && word.glyphs().size() <= LONGEST)
                .toList();
        int top = words.stream().mapToInt(WordChoice::y).min().orElse(0);
        int bottom = words.stream().mapToInt(WordChoice::y).max().orElse(0);
        this.height = Math.max(1, bottom - top);
    }

    /** Words that hold as many different glyphs as possible, digits first, from all over the text. */
    List<PlacedWord> covering() {
        Set<Glyph> digits = new HashSet<>();
        candidates.forEach(word -> word.glyphs().stream().filter(Glyph::isDigit).forEach(digits::add));
        while (chosen.size() < (covered.containsAll(digits) ? USUAL : MOST) && chosen.size() < candidates.size()) {
            choose(candidates.stream()
                    .filter(word -> !chosen.contains(word))
                    .max(Comparator.comparingDouble(this::worth))
                    .orElseThrow());
        }
        return List.copyOf(chosen);
    }

    private void choose(PlacedWord word) {
        chosen.add(word);
        covered.addAll(word.glyphs());
    }

    private double worth(PlacedWord word) {
        double worth = APART * apart(word) - LENGTH * word.glyphs().size();
        for (Glyph glyph : new HashSet<>(word.glyphs())) {
            if (!covered.contains(glyph)) {
                worth += glyph.isDigit() ? DIGIT : glyph.isLetterOrDigit() ? LETTER : 0;
            }
        }
        return worth;
    }

    private double apart(PlacedWord word) {
        return chosen.stream()
                .mapToDouble(other -> Math.abs(y(word) - y(other)) / height)
                .min()
                .orElse(0);
    }

    private static int y(PlacedWord word) {
        return word.word().box().y();
    }

    /** Words that were not chosen before and hold the most of these glyphs. */
    List<PlacedWord> holding(Set<Glyph> suspects) {
        List<PlacedWord> more = new ArrayList<>();
        Set<Glyph> left = new HashSet<>(suspects);
        while (more.size() < USUAL) {
            PlacedWord best = candidates.stream()
                    .filter(word -> !chosen.contains(word) && holds(word, suspects) > 0)
                    .max(Comparator.comparingDouble(word -> 2 * holds(word, left)
                            + holds(word, suspects)
                            - LENGTH * word.glyphs().size()))
                    .orElse(null);
            if (best == null) {
                return more;
            }
            choose(best);
            more.add(best);
            left.removeAll(best.glyphs());
        }
        return more;
    }

    private static long holds(PlacedWord word, Set<Glyph> glyphs) {
        return word.glyphs().stream().filter(glyphs::contains).distinct().count();
    }
}
