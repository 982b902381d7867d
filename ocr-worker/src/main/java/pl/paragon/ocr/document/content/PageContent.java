package pl.paragon.ocr.document.content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import pl.paragon.contracts.text.Box;
import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.Quad;
import pl.paragon.contracts.text.TextLine;
import pl.paragon.contracts.text.Word;

/**
 * What a page's content holds, all places in pixels of the page as displayed.
 *
 * @param lines words that the content shows, from top to bottom
 * @param pictures where pictures are drawn
 * @param claim what is to be thought of the text before anybody has looked at the page
 */
public record PageContent(int number, PageScale scale, List<List<PlacedWord>> lines, List<Box> pictures, Claim claim) {

    /** Pixels of a capital's height that the reader reads well. */
    private static final int LEGIBLE = 22;

    private static final double COARSEST = 0.25;

    /** What a page's text amounts to. */
    public enum Claim {
        /** Next to nothing. */
        NO_TEXT,
        /** Most of it is invisible or unreadable, or the caption of a picture. */
        UNRELIABLE,
        /** A page's worth of visible text: it holds if the page shows it. */
        PLAUSIBLE
    }

    public PageContent {
        lines = lines.stream().map(List::copyOf).toList();
        pictures = List.copyOf(pictures);
    }

    /** The text as a page. */
    public Page page() {
        return new Page(number, scale.width(), scale.height(), Page.Origin.TEXT_LAYER, textLines());
    }

    /** The same page with lines that were read from its pictures. */
    public Page page(List<TextLine> read) {
        return new Page(number, scale.width(), scale.height(), Page.Origin.PICTURE, read);
    }

    public boolean hasTextOverPictures() {
        return !pictures.isEmpty() && words().stream().anyMatch(this::isOverAPicture);
    }

    /** How much smaller the page may be drawn, 0–1, for its words to stay legible. */
    public double legibleShare() {
        int[] heights = words().stream()
                .mapToInt(word -> word.word().box().h())
                .sorted()
                .toArray();
        int usual = heights.length == 0 ? LEGIBLE : heights[heights.length / 2];
        return Math.clamp((double) LEGIBLE / Math.max(1, usual), COARSEST, 1);
    }

    List<PlacedWord> words() {
        return lines.stream().flatMap(List::stream).toList();
    }

    boolean isOverAPicture(PlacedWord word) {
        return pictures.stream().anyMatch(picture -> holds(picture, word.word().box()));
    }

    private static boolean holds(Box picture, Box word) {
        int x = word.x() + word.w() / 2;
        int y = word.y() + word.h() / 2;
        return x >= picture.x() && x < picture.x() + picture.w() && y >= picture.y() && y < picture.y() + picture.h();
    }

    PageContent without(List<PlacedWord> unseen) {
        if (unseen.isEmpty()) {
            return this;
        }
        Set<PlacedWord> gone = new HashSet<>(unseen);
        List<List<PlacedWord>> left = new ArrayList<>();
        for (List<PlacedWord> line : lines) {
            List<PlacedWord> seen =
                    line.stream().filter(word -> !gone.contains(word)).toList();
            if (!seen.isEmpty()) {
                left.add(seen);
            }
        }
        return new PageContent(number, scale, left, pictures, claim);
    }

    private List<TextLine> textLines() {
        return lines.stream().map(PageContent::textLine).toList();
    }

    private static TextLine textLine(List<PlacedWord> placed) {
        List<Word> words = placed.stream().map(PlacedWord::word).toList();
        Box around = words.stream().map(Word::box).reduce(Box::union).orElseThrow();
        String text = words.stream().map(Word::text).collect(Collectors.joining(" "));
        return new TextLine(Quad.of(around), text, 1, words, List.of(), List.of());
    }
}
