package pl.paragon.analysis.grammar;

import java.util.List;
import pl.paragon.analysis.lexicon.Label;
import pl.paragon.analysis.lexicon.Lexer;
import pl.paragon.analysis.lexicon.Lexicon;
import pl.paragon.analysis.lexicon.Token;
import pl.paragon.analysis.lexicon.Token.Kind;
import pl.paragon.analysis.rows.Row;

/**
 * A row with its words and numbers and what its words say.
 *
 * @param label or {@code null} where its words say nothing
 */
record Line(Row row, List<Token> tokens, Label label) {

    static Line of(Row row, Lexicon lexicon) {
        return new Line(row, Lexer.tokens(row.text()), lexicon.label(row.text()).orElse(null));
    }

    boolean is(Label wanted) {
        return label == wanted;
    }

    String text() {
        return row.text();
    }

    long amounts() {
        return tokens.stream().filter(t -> t.is(Kind.AMOUNT)).count();
    }

    /** The last amount of the row, or {@code null}. */
    Token lastAmount() {
        for (int i = tokens.size() - 1; i >= 0; i--) {
            if (tokens.get(i).is(Kind.AMOUNT)) {
                return tokens.get(i);
            }
        }
        return null;
    }

    /** The letters in the row's text. */
    int letters() {
        return (int) row.text().chars().filter(Character::isLetter).count();
    }
}
