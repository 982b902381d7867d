package pl.paragon.analysis.grammar.goods;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pl.paragon.analysis.draft.DraftItem;
import pl.paragon.analysis.figure.Alternatives;
import pl.paragon.analysis.figure.Figure;
import pl.paragon.analysis.grammar.line.Line;
import pl.paragon.analysis.lexicon.Token;
import pl.paragon.analysis.lexicon.Token.Kind;

/**
 * Quantity and price on a row of their own under the value that they make ({@code 4 @ £6.50}), whatever the reader took
 * the signs between them for: that they make the value tells what they are.
 */
record CountBelow(Figure quantity, Figure price) {

    private static final Pattern PRINT = Pattern.compile(
            "\\s*(\\d{1,3}) ?(?:[@©0OoQxX*×] ?)?(?:[£fFE€$L] ?)?(?<![\\d.,])([\\dO]{1,4})[.,]([\\dO]{2})\\s*");
    private static final long ONE = 1000;
    private static final long HALF = 500;

    /** What stands on the row, or {@code null} if it holds anything else. */
    static CountBelow of(Line line) {
        Matcher print = PRINT.matcher(line.text());
        if (!print.matches()) {
            return null;
        }
        Token count = new Token(Kind.INTEGER, print.group(1), print.start(1), print.end(1), (char) 0, false);
        String amount = (print.group(2) + "." + print.group(3)).replace('O', '0');
        Token each = new Token(Kind.AMOUNT, amount, print.start(2), print.end(3), (char) 0, false);
        return new CountBelow(Alternatives.quantity(line.row(), count), Alternatives.amount(line.row(), each));
    }

    /** Whether the line above has no count of its own and is worth what is printed here. */
    boolean makes(DraftItem above) {
        return !above.priced()
                && above.total() != null
                && (quantity.value() * price.value() + HALF) / ONE
                        == above.total().value();
    }
}
