package pl.paragon.analysis.grammar.line;

import java.util.Optional;
import pl.paragon.analysis.figure.Mark;
import pl.paragon.analysis.lexicon.Token;

/**
 * The numbers at the end of a line of goods: {@code [letter] [quantity [unit] × unit price] [=] total [letter]}.
 *
 * @param nameEnd the end of the name in the row's text
 * @param quantity or {@code null}
 * @param unit or {@code null}
 * @param unitPrice or {@code null}
 * @param priced whether a sign of multiplication stands there
 * @param total or {@code null} if only quantity and price stand there
 * @param letter behind the total
 * @param letterBefore between name and quantity
 * @param contradictsItself whether a number was read with certainty where one of these should stand, which it cannot be
 */
public record Tail(
        int nameEnd,
        Token quantity,
        String unit,
        Token unitPrice,
        boolean priced,
        Token total,
        Optional<Mark> letter,
        Optional<Mark> letterBefore,
        boolean contradictsItself) {

    public static Tail of(Line line) {
        return new TailParser(line.row(), line.tokens()).parse();
    }
}
