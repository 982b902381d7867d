package pl.paragon.analysis.engine;

import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.RecognizedText;
import pl.paragon.contracts.text.Symbol;
import pl.paragon.contracts.text.TextLine;
import pl.paragon.contracts.text.Witness;

/**
 * How much text is analysed at all. The longest receipts that we know have some 300 rows in 1,000 pieces and 15,000
 * characters, so these limits leave room and still bound what a hostile text can cost: an analysis compares pieces with
 * pieces and names with names, so its worst case grows with the square of what is let in here.
 */
public final class TextLimits {

    public static final int MOST_PAGES = 50;

    /** Pieces of print on one page: joining them to rows compares each with each. */
    public static final int MOST_LINES_OF_A_PAGE = 1_000;

    public static final int MOST_LINES = 2_000;

    public static final int MOST_CHARACTERS = 30_000;

    /** A till prints 48 characters a row, an invoice some 150. */
    public static final int MOST_CHARACTERS_OF_A_LINE = 250;

    /** The reader gives at most four, and a text layer none. */
    public static final int MOST_CANDIDATES = 6;

    public static final int MOST_WITNESSES = 4;

    private TextLimits() {}

    /** @throws TextTooLongException if the text exceeds any limit */
    public static void check(RecognizedText text) {
        atMost(MOST_PAGES, text.pages().size(), "pages");
        long lines = 0;
        long characters = 0;
        for (Page page : text.pages()) {
            atMost(MOST_LINES_OF_A_PAGE, page.lines().size(), "lines on a page");
            lines += page.lines().size();
            atMost(MOST_LINES, lines, "lines");
            for (TextLine line : page.lines()) {
                check(line);
                characters += line.text().length();
            }
            atMost(MOST_CHARACTERS, characters, "characters");
        }
    }

    private static void check(TextLine line) {
        atMost(MOST_CHARACTERS_OF_A_LINE, line.text().length(), "characters in a line");
        // Each character and, beside it, a place where the reader may have passed one over.
        atMost(2 * MOST_CHARACTERS_OF_A_LINE, line.symbols().size(), "symbols in a line");
        for (Symbol symbol : line.symbols()) {
            atMost(MOST_CANDIDATES, symbol.candidates().size(), "candidates for a symbol");
        }
        atMost(MOST_WITNESSES, line.witnesses().size(), "witnesses of a line");
        for (Witness witness : line.witnesses()) {
            atMost(MOST_CHARACTERS_OF_A_LINE, witness.text().length(), "characters in a witness's line");
        }
    }

    /** @throws TextTooLongException if there are more than so many */
    public static void atMost(int most, long found, String what) {
        if (found > most) {
            throw new TextTooLongException(what, most);
        }
    }
}
