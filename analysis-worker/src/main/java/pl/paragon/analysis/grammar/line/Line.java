package pl.paragon.analysis.grammar.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import pl.paragon.analysis.engine.Checkpoint;
import pl.paragon.analysis.figure.Certainty;
import pl.paragon.analysis.lexicon.Label;
import pl.paragon.analysis.lexicon.Label.Section;
import pl.paragon.analysis.lexicon.Lexer;
import pl.paragon.analysis.lexicon.Lexicon;
import pl.paragon.analysis.lexicon.ThousandsGroups;
import pl.paragon.analysis.lexicon.Token;
import pl.paragon.analysis.lexicon.Token.Kind;
import pl.paragon.analysis.rows.Piece;
import pl.paragon.analysis.rows.Printout;
import pl.paragon.analysis.rows.Row;

/**
 * A row with its words and numbers and what its words say.
 *
 * @param label or {@code null} if its words say nothing
 */
public record Line(Row row, List<Token> tokens, Label label) {

    public static Line of(Row row, Lexicon lexicon) {
        Optional<Label> label = lexicon.label(row.text());
        List<Token> tokens = withoutRepeats(row, Lexer.tokens(row.text()));
        boolean onlyAmounts = label.filter(Label::hasOnlyAmounts).isPresent();
        return new Line(row, onlyAmounts ? ThousandsGroups.joinedAfterWords(tokens) : tokens, label.orElse(null));
    }

    /** All rows of a print. */
    public static List<Line> all(Printout printout, Lexicon lexicon, Checkpoint checkpoint) {
        List<Line> lines = new ArrayList<>();
        for (Row row : printout.rows()) {
            checkpoint.pass();
            lines.add(of(row, lexicon));
        }
        return List.copyOf(lines);
    }

    /**
     * Without the last digit of an amount where the piece behind it overlaps and shows it again: {@code 9,29} and
     * {@code 9 A}.
     */
    private static List<Token> withoutRepeats(Row row, List<Token> tokens) {
        return IntStream.range(0, tokens.size())
                .filter(i -> i == 0 || !repeats(row, tokens.get(i - 1), tokens.get(i)))
                .mapToObj(tokens::get)
                .toList();
    }

    private static boolean repeats(Row row, Token amount, Token digit) {
        boolean last = amount.is(Kind.AMOUNT)
                && digit.is(Kind.INTEGER)
                && amount.text().endsWith(digit.text());
        if (!last || digit.text().length() != 1) {
            return false;
        }
        Piece left = row.pieceAt(amount.start());
        Piece right = row.pieceAt(digit.start());
        return left != right
                && row.startOf(right) == digit.start()
                && Cut.between(left, right).right() > 0;
    }

    public boolean is(Label wanted) {
        return label == wanted;
    }

    /** Whether its words are those of a row in this part of the receipt. */
    public boolean isOf(Section section) {
        return label != null && label.section() == section;
    }

    public String text() {
        return row.text();
    }

    public long amounts() {
        return tokens.stream().filter(t -> t.is(Kind.AMOUNT)).count();
    }

    /** The last amount of the row, or {@code null}. */
    public Token lastAmount() {
        for (int i = tokens.size() - 1; i >= 0; i--) {
            if (tokens.get(i).is(Kind.AMOUNT)) {
                return tokens.get(i);
            }
        }
        return null;
    }

    /** Whether it ends with a number that is no amount, a rate or a time, each of its digits read with certainty. */
    public boolean hasPlainNumber() {
        Token last = null;
        for (int i = 0; i < tokens.size(); i++) {
            boolean percent = i + 1 < tokens.size() && tokens.get(i + 1).is(Kind.PERCENT)
                    || tokens.get(i).letter() == '%';
            if ((tokens.get(i).is(Kind.INTEGER) || tokens.get(i).is(Kind.DECIMAL)) && !percent) {
                last = tokens.get(i);
            }
        }
        return last != null && Certainty.isSure(row, last.start(), last.end());
    }

    /** Whether the last of its numbers has decimals, but not an amount's two. */
    public boolean endsWithDecimals() {
        return tokens.stream().filter(Token::isNumber).reduce((before, next) -> next).stream()
                .anyMatch(last -> last.is(Kind.DECIMAL));
    }

    /** Whether its last number has decimals and begins a piece of print behind another, as amounts in columns do. */
    public boolean endsWithColumnOfDecimals() {
        Token last = tokens.isEmpty() ? null : tokens.getLast();
        return last != null
                && last.is(Kind.DECIMAL)
                && row.pieces().size() > 1
                && row.startOf(row.pieceAt(last.start())) == last.start();
    }

    /** The letters in the row's text. */
    public int letters() {
        return (int) row.text().chars().filter(Character::isLetter).count();
    }
}
