package pl.paragon.analysis.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import pl.paragon.contracts.text.Box;
import pl.paragon.contracts.text.Symbol;
import pl.paragon.contracts.text.TextLine;
import pl.paragon.contracts.text.Word;

/**
 * A piece of print as the reader found it, with its place on the page after the page's tilt was taken out.
 *
 * @param page from 1
 * @param box where it stands in the page as displayed, in pixels
 * @param x of its middle, along the rows, in pixels
 * @param y of its middle, down the page, in pixels
 * @param width along the rows
 * @param height of the print's box
 * @param slope of its own line against the page's rows: rise in y per x
 * @param confidence 0–1
 * @param words its words with the reader's confidence in each; may be empty
 * @param symbols its characters with their alternatives where the reader gave them, one for each character of
 *     {@code text}; otherwise empty
 * @param missed characters that the reader may have passed over
 * @param seconds what other readers saw here
 */
public record Piece(
        int page,
        String text,
        Box box,
        double x,
        double y,
        double width,
        double height,
        double slope,
        double confidence,
        List<Word> words,
        List<Symbol> symbols,
        List<Missed> missed,
        List<String> seconds) {

    /**
     * A place where the reader saw nothing, but perhaps should have.
     *
     * @param before the index in the text of the character behind it
     * @param symbol nothing first, then what may stand there
     */
    public record Missed(int before, Symbol symbol) {}

    static Piece of(int page, TextLine line, double tilt) {
        var q = line.quad();
        double cx = (q.x1() + q.x2() + q.x3() + q.x4()) / 4.0;
        double cy = (q.y1() + q.y2() + q.y3() + q.y4()) / 4.0;
        double cos = Math.cos(-tilt);
        double sin = Math.sin(-tilt);
        double slope = Math.tan(angle(line) - tilt);
        return new Piece(
                page,
                line.text(),
                q.bounds(),
                cx * cos - cy * sin,
                cx * sin + cy * cos,
                Math.hypot(q.x2() - q.x1(), q.y2() - q.y1()),
                Math.hypot(q.x4() - q.x1(), q.y4() - q.y1()),
                slope,
                line.confidence(),
                wordsOf(line),
                symbolsOf(line),
                missedOf(line),
                line.witnesses().stream().map(w -> w.text()).toList());
    }

    /**
     * The direction in which the line's text runs, in radians: from −3π/4 to 5π/4, so that print that is upside down
     * has a median, too.
     */
    static double angle(TextLine line) {
        var q = line.quad();
        double angle = Math.atan2(q.y2() - q.y1(), q.x2() - q.x1());
        return angle < -0.75 * Math.PI ? angle + 2 * Math.PI : angle;
    }

    /**
     * How probable the reader holds the character at this index. A reader that says nothing of single characters says
     * it of their word, or of the whole piece.
     */
    public double probability(int index) {
        if (!symbols.isEmpty()) {
            return symbols.get(index).candidates().getFirst().p();
        }
        if (words.isEmpty()) {
            return confidence;
        }
        int word = (int)
                text.substring(0, index).chars().filter(Character::isWhitespace).count();
        return words.get(Math.min(word, words.size() - 1)).confidence();
    }

    public double left() {
        return x - width / 2;
    }

    public double right() {
        return x + width / 2;
    }

    /** Long enough that its box tells the slope of its print. */
    boolean tellsSlope() {
        return width > 3 * height && Math.abs(slope) < 0.5;
    }

    private static List<Word> wordsOf(TextLine line) {
        String joined = line.words().stream().map(Word::text).collect(Collectors.joining(" "));
        return joined.equals(line.text()) ? line.words() : List.of();
    }

    private static List<Symbol> symbolsOf(TextLine line) {
        List<Symbol> seen = line.symbols().stream().filter(s -> !isMissed(s)).toList();
        return seen.size() == line.text().length() ? seen : List.of();
    }

    private static List<Missed> missedOf(TextLine line) {
        List<Missed> missed = new ArrayList<>();
        int at = 0;
        for (Symbol symbol : line.symbols()) {
            if (isMissed(symbol)) {
                missed.add(new Missed(at, symbol));
            } else {
                at++;
            }
        }
        return at == line.text().length() ? List.copyOf(missed) : List.of();
    }

    private static boolean isMissed(Symbol symbol) {
        return symbol.candidates().getFirst().text().isEmpty();
    }
}
