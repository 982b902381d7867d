package pl.paragon.analysis.rows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.RecognizedText;
import pl.paragon.contracts.text.TextLine;

/**
 * Tells papers that lie side by side in one picture apart: a card slip, a leaflet or a shopping list beside the
 * receipt, whose print would otherwise run into its rows.
 */
final class Papers {

    /** Between two papers lie their margins: so many line heights at least, from top to bottom of the picture. */
    private static final double GUTTER = 1;
    /** A column of a receipt has prices and letters; a paper of its own has words, and at least so many. */
    private static final int FEWEST_WORDS = 5;

    private static final Pattern WORD = Pattern.compile("\\p{L}{4}");

    private Papers() {}

    /** Each paper of a picture for itself, from left to right; empty if there is but one. */
    static List<RecognizedText> apart(RecognizedText text) {
        if (text.pages().size() != 1 || text.pages().getFirst().origin() != Page.Origin.PICTURE) {
            return List.of();
        }
        Page page = text.pages().getFirst();
        if (page.lines().isEmpty()) {
            return List.of();
        }
        List<List<TextLine>> papers = papers(columns(page));
        if (papers.size() < 2) {
            return List.of();
        }
        return papers.stream()
                .map(lines -> new RecognizedText(text.engine(), List.of(page.withLines(inOrder(page, lines)))))
                .toList();
    }

    private record Placed(TextLine line, Piece piece) {}

    /** What lies between two gaps that nothing crosses. */
    private static List<List<TextLine>> columns(Page page) {
        double tilt = RowAssembler.tilt(page.lines());
        List<Placed> placed = page.lines().stream()
                .map(line -> new Placed(line, Piece.of(page.number(), line, tilt)))
                .sorted(Comparator.comparingDouble(p -> p.piece.left()))
                .toList();
        double gutter = GUTTER
                * RowAssembler.median(placed.stream().map(p -> p.piece.height()).toList());
        List<List<TextLine>> columns = new ArrayList<>();
        double right = Double.NEGATIVE_INFINITY;
        for (Placed next : placed) {
            if (next.piece.left() > right + gutter) {
                columns.add(new ArrayList<>());
            }
            columns.getLast().add(next.line);
            right = Math.max(right, next.piece.right());
        }
        return columns;
    }

    /** A column without words belongs to the paper on its left; before the first paper to that. */
    private static List<List<TextLine>> papers(List<List<TextLine>> columns) {
        List<List<TextLine>> papers = new ArrayList<>();
        boolean worded = false;
        for (List<TextLine> column : columns) {
            boolean own = words(column) >= FEWEST_WORDS;
            if (papers.isEmpty() || (own && worded)) {
                papers.add(new ArrayList<>());
                worded = false;
            }
            papers.getLast().addAll(column);
            worded |= own;
        }
        return papers;
    }

    private static long words(List<TextLine> lines) {
        return lines.stream().filter(line -> WORD.matcher(line.text()).find()).count();
    }

    private static List<TextLine> inOrder(Page page, List<TextLine> lines) {
        Set<TextLine> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
        wanted.addAll(lines);
        return page.lines().stream().filter(wanted::contains).toList();
    }
}
