package pl.paragon.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import pl.paragon.contracts.text.Candidate;
import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.Quad;
import pl.paragon.contracts.text.RecognizedText;
import pl.paragon.contracts.text.Symbol;
import pl.paragon.contracts.text.TextLine;
import pl.paragon.contracts.text.Witness;

/**
 * Builds what a reader would see of an invented receipt: rows of text, cut into pieces at bars, on straight or tilted
 * paper. Every character is read with certainty; {@link #doubting} says otherwise of some.
 */
public final class PrintedText {

    private static final int LETTER = 16;
    private static final int HEIGHT = 30;
    private static final int PITCH = 42;
    private static final int COLUMNS = 48;

    /** How sure the reader is of a character of clear print. */
    private static final double CLEAR = 0.998;

    private final List<TextLine> lines = new ArrayList<>();
    private final double slope;
    private int y = 60;

    private PrintedText(double slope) {
        this.slope = slope;
    }

    /**
     * Rows from top to bottom. {@code name|12,99 A}: the piece before the bar stands left, the one behind it right, as
     * columns do.
     */
    public static RecognizedText of(String... rows) {
        return tilted(0, rows);
    }

    /** The same with rows that run down by this slope. */
    public static RecognizedText tilted(double slope, String... rows) {
        return new RecognizedText("two-readers", List.of(page(1, slope, rows)));
    }

    /** Several pages. */
    public static RecognizedText pages(List<String[]> pages) {
        List<Page> made = new ArrayList<>();
        for (String[] rows : pages) {
            made.add(page(made.size() + 1, 0, rows));
        }
        return new RecognizedText("two-readers", made);
    }

    /** Two papers in one picture, the second lower and to the right of the first. */
    public static RecognizedText beside(RecognizedText left, RecognizedText right) {
        Page first = left.pages().getFirst();
        Page second = right.pages().getFirst();
        List<TextLine> lines = new ArrayList<>(first.lines());
        second.lines().stream()
                .map(line -> moved(line, first.width(), PITCH / 2f))
                .forEach(lines::add);
        Page both = new Page(
                1,
                first.width() + second.width(),
                Math.max(first.height(), second.height() + PITCH / 2),
                Page.Origin.PICTURE,
                lines);
        return new RecognizedText(left.engine(), List.of(both));
    }

    /**
     * The same with each piece that holds {@code print} read less surely there: each of its characters by this much.
     */
    public static RecognizedText doubting(RecognizedText text, String print, double p) {
        return changed(text, print, line -> doubting(line, print, p));
    }

    /** The same for the last such piece of one row, counted from 1. */
    public static RecognizedText doubting(RecognizedText text, int row, String print, double p) {
        float top = 60 + (row - 1) * PITCH;
        return changed(
                text, line -> line.quad().y1() == top && line.text().contains(print), line -> doubting(line, print, p));
    }

    private static TextLine doubting(TextLine line, String print, double p) {
        int at = line.text().lastIndexOf(print);
        List<Symbol> symbols = new ArrayList<>(line.symbols());
        for (int i = at; i < at + print.length(); i++) {
            symbols.set(i, symbol(line.text(), i, p));
        }
        return new TextLine(line.quad(), line.text(), line.confidence(), line.words(), symbols, line.witnesses());
    }

    /** The same with an alternative of the reader's own for one character of {@code print}. */
    public static RecognizedText offering(
            RecognizedText text, String print, int index, String other, double top, double p) {
        return changed(text, print, line -> {
            int at = line.text().lastIndexOf(print) + index;
            List<Symbol> symbols = new ArrayList<>(line.symbols());
            List<Candidate> candidates =
                    List.of(new Candidate(line.text().substring(at, at + 1), top), new Candidate(other, p));
            symbols.set(at, new Symbol(symbols.get(at).at(), candidates));
            return new TextLine(line.quad(), line.text(), line.confidence(), line.words(), symbols, List.of());
        });
    }

    /** The same with a character that the reader may have passed over before the one at this index of {@code print}. */
    public static RecognizedText missing(RecognizedText text, String print, int index, String missed, double p) {
        return changed(text, print, line -> {
            int at = line.text().lastIndexOf(print) + index;
            List<Symbol> symbols = new ArrayList<>(line.symbols());
            List<Candidate> candidates = List.of(new Candidate("", 1 - p), new Candidate(missed, p));
            symbols.add(at, new Symbol((double) at / line.text().length(), candidates));
            return new TextLine(line.quad(), line.text(), line.confidence(), line.words(), symbols, List.of());
        });
    }

    /** The same with a second reader that saw {@code seen} in place of {@code print}. */
    public static RecognizedText witnessing(RecognizedText text, String print, String seen) {
        return changed(text, print, line -> {
            List<Witness> witnesses =
                    List.of(new Witness("tesseract", line.text().replace(print, seen), 0.9));
            return new TextLine(line.quad(), line.text(), line.confidence(), line.words(), line.symbols(), witnesses);
        });
    }

    /** The same with each piece that holds {@code print} in a bad state: no character stands out, most are unclear. */
    public static RecognizedText damaged(RecognizedText text, String print, double confidence) {
        return changed(
                text,
                print,
                line -> new TextLine(
                        line.quad(), line.text(), confidence, line.words(), line.symbols(), line.witnesses()));
    }

    private static RecognizedText changed(RecognizedText text, String print, UnaryOperator<TextLine> change) {
        return changed(text, line -> line.text().contains(print), change);
    }

    private static RecognizedText changed(
            RecognizedText text, Predicate<TextLine> which, UnaryOperator<TextLine> change) {
        List<Page> pages = new ArrayList<>();
        for (Page page : text.pages()) {
            List<TextLine> lines = page.lines().stream()
                    .map(line -> which.test(line) ? change.apply(line) : line)
                    .toList();
            pages.add(new Page(page.number(), page.width(), page.height(), page.origin(), lines));
        }
        return new RecognizedText(text.engine(), pages);
    }

    private static Symbol symbol(String text, int index, double p) {
        return new Symbol((index + 0.5) / text.length(), List.of(new Candidate(text.substring(index, index + 1), p)));
    }

    private static TextLine moved(TextLine line, float x, float y) {
        float[] corners = line.quad().toArray();
        for (int i = 0; i < corners.length; i += 2) {
            corners[i] += x;
            corners[i + 1] += y;
        }
        return new TextLine(
                Quad.of(corners), line.text(), line.confidence(), line.words(), line.symbols(), line.witnesses());
    }

    private static Page page(int number, double slope, String... rows) {
        PrintedText text = new PrintedText(slope);
        for (String row : rows) {
            text.row(row);
        }
        return new Page(number, COLUMNS * LETTER + 80, text.y + 60, Page.Origin.PICTURE, text.lines);
    }

    private void row(String row) {
        String[] pieces = row.split("\\|", -1);
        piece(pieces[0], 40);
        if (pieces.length > 1) {
            int right = 40 + COLUMNS * LETTER;
            for (int i = pieces.length - 1; i > 0; i--) {
                right -= pieces[i].length() * LETTER;
                piece(pieces[i], right);
                right -= LETTER;
            }
        }
        y += PITCH;
    }

    private void piece(String text, int x) {
        if (text.isEmpty()) {
            return;
        }
        int width = text.length() * LETTER;
        float drop = (float) (width * slope);
        float top = (float) (y + x * slope);
        lines.add(new TextLine(
                new Quad(x, top, x + width, top + drop, x + width, top + drop + HEIGHT, x, top + HEIGHT),
                text,
                0.98,
                List.of(),
                IntStream.range(0, text.length())
                        .mapToObj(i -> symbol(text, i, CLEAR))
                        .toList(),
                List.of()));
    }
}
