package pl.paragon.ocr.document.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pl.paragon.contracts.text.Box;
import pl.paragon.contracts.text.Word;
import pl.paragon.ocr.document.content.PlacedWord.Glyph;
import pl.paragon.ocr.picture.Picture;
import pl.paragon.ocr.reading.PageReader;
import pl.paragon.ocr.reading.ReadingStoppedException;
import pl.paragon.ocr.reading.StopSignal;

/**
 * Whether a page shows its text layer. Each word must have ink at its place; a few, chosen for the glyphs that they
 * hold, amounts first, are read from the pixels and compared. A glyph that seems wrong is looked for in a few words
 * more: a reader errs once, a font's wrong table errs each time.
 */
public final class ShownText {

    private static final double MOST_UNSEEN = 0.5;
    private static final double UNLIKE = 0.6;
    /** A word unlike its print in so many others is a bar code or an ornament. */
    private static final int OTHERS_FOR_EACH_UNLIKE = 4;

    private static final double SURE = 0.9;

    private final PageReader reader;
    private final Picture drawn;
    private final StopSignal stop;

    private ShownText(PageReader reader, Picture drawn, StopSignal stop) {
        this.reader = reader;
        this.drawn = drawn;
        this.stop = stop;
    }

    /**
     * @param drawn the page, displayed at the scale of its content, whatever size its pixels have
     * @return the content without words that cannot be seen; empty if its text is not what the page shows
     */
    public static Optional<PageContent> of(PageContent content, Picture drawn, PageReader reader, StopSignal stop)
            throws ReadingStoppedException {
        List<PlacedWord> unseen = unseen(content, drawn);
        if (count(unseen) > MOST_UNSEEN * count(content.words())) {
            return Optional.empty();
        }
        PageContent seen = content.without(unseen);
        ShownText check = new ShownText(reader, drawn, stop);
        // A scanner's text under its picture is another text than the rest, and has words of its own to be looked at.
        List<PlacedWord> beside = new ArrayList<>();
        List<PlacedWord> overPictures = new ArrayList<>();
        List<PlacedWord> crowded = new ArrayList<>();
        for (PlacedWord word : seen.words()) {
            (word.crowded() ? crowded : seen.isOverAPicture(word) ? overPictures : beside).add(word);
        }
        boolean shown = check.isShown(crowded) && check.isShown(overPictures) && check.isShown(beside);
        return shown ? Optional.of(seen) : Optional.empty();
    }

    private static List<PlacedWord> unseen(PageContent content, Picture drawn) {
        try (Ink ink = new Ink(drawn)) {
            return content.words().stream()
                    .filter(word -> !ink.isSeen(word.word().box()))
                    .toList();
        }
    }

    private static long count(List<PlacedWord> words) {
        return words.stream().mapToLong(word -> word.glyphs().size()).sum();
    }

    private boolean isShown(List<PlacedWord> words) throws ReadingStoppedException {
        if (words.isEmpty()) {
            return true;
        }
        WordChoice choice = new WordChoice(words);
        List<PlacedWord> first = choice.covering();
        if (first.isEmpty()) {
            return false; // nothing but signs: there is nothing to believe
        }
        Tally tally = new Tally();
        look(first, tally);
        if (tally.isSpotless()) {
            return true;
        }
        if (2 * tally.unlike > tally.words) {
            return false;
        }
        look(choice.holding(tally.suspects()), tally);
        return tally.holds();
    }

    private void look(List<PlacedWord> words, Tally tally) throws ReadingStoppedException {
        List<Box> places = words.stream().map(word -> word.word().box()).toList();
        List<Word> read = reader.read(drawn, places, stop);
        for (int i = 0; i < words.size(); i++) {
            tally.add(words.get(i), read.get(i));
        }
    }

    /** What the words that were looked at say for and against each glyph. */
    private static final class Tally {

        private final Map<Glyph, Integer> right = new HashMap<>();
        private final Map<Glyph, Integer> wrong = new HashMap<>();
        private final Set<Glyph> surelyWrong = new HashSet<>();
        private final Set<Glyph> ofUnlikeWords = new HashSet<>();
        private int words;
        private int unlike;

        void add(PlacedWord word, Word read) {
            Spelling spelling = Spelling.of(word.glyphs(), read.text());
            words++;
            if (spelling.likeness() < UNLIKE) {
                unlike++;
                ofUnlikeWords.addAll(word.glyphs());
                return;
            }
            for (int i = 0; i < word.glyphs().size(); i++) {
                add(word.glyphs().get(i), spelling.seen().get(i), read.confidence());
            }
        }

        private void add(Glyph glyph, Spelling.Seen seen, double confidence) {
            switch (seen) {
                case THE_SAME -> right.merge(glyph, 1, Integer::sum);
                case ANOTHER -> {
                    wrong.merge(glyph, 1, Integer::sum);
                    if (glyph.isDigit() && confidence >= SURE) {
                        surelyWrong.add(glyph);
                    }
                }
                case NOTHING -> {
                    // neither for it nor against it
                }
            }
        }

        boolean isSpotless() {
            return unlike == 0 && wrong.isEmpty();
        }

        Set<Glyph> suspects() {
            Set<Glyph> suspects = new HashSet<>(wrong.keySet());
            suspects.addAll(ofUnlikeWords);
            return suspects;
        }

        boolean holds() {
            return unlike * (OTHERS_FOR_EACH_UNLIKE + 1) <= words
                    && wrong.keySet().stream().noneMatch(this::isWrong);
        }

        private boolean isWrong(Glyph glyph) {
            int against = wrong.get(glyph);
            int pro = right.getOrDefault(glyph, 0);
            boolean often = against >= 2 && against > pro;
            return glyph.isLetterOrDigit() && (often || pro == 0 && surelyWrong.contains(glyph));
        }
    }
}
