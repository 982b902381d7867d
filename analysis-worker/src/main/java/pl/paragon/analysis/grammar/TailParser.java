package pl.paragon.analysis.grammar;

import java.util.List;
import java.util.Set;
import pl.paragon.analysis.lexicon.Folding;
import pl.paragon.analysis.lexicon.Token;
import pl.paragon.analysis.lexicon.Token.Kind;
import pl.paragon.analysis.lexicon.Unit;

/** Reads the numbers at the end of a row of goods from right to left. */
final class TailParser {

    private static final Set<String> CURRENCIES = Set.of("pln", "zl", "eur", "rm", "€");
    private static final String LETTER_BEFORE = "ABCDEFGHabcdefgtTUu0(";

    private final List<Token> tokens;
    private int at;

    private Token quantity;
    private String unit;
    private Token unitPrice;
    private boolean priced;
    private Token total;
    private char letter;
    private char letterBefore;

    TailParser(List<Token> tokens) {
        this.tokens = tokens;
        this.at = tokens.size() - 1;
    }

    /** The tail, or {@code null} where the row has none. */
    Tail parse() {
        letter = letterAtEnd();
        skipCurrency();
        if (!total() && !onlyQuantityAndPrice()) {
            return null;
        }
        if (is(at, Kind.EQUALS)) {
            at--;
        }
        multiplication();
        if (at >= 1 && isLetterBefore(token(at)) && (priced || letter == 0)) {
            letterBefore = token(at).text().charAt(0);
            at--;
        }
        int nameEnd = at < 0
                ? 0
                : token(at).letter() != 0 ? token(at).end() + 1 : token(at).end();
        return new Tail(nameEnd, quantity, unit, unitPrice, priced, total, letter, letterBefore);
    }

    private char letterAtEnd() {
        while (at > 0 && !token(at).isNumber() && isNoise(token(at))) {
            at--;
        }
        if (at > 0 && token(at).is(Kind.WORD) && isNumberLike(at - 1)) {
            String text = token(at).text();
            String bare =
                    text.startsWith("*") || text.startsWith(".") || text.startsWith("_") ? text.substring(1) : text;
            if (bare.length() == 1 || bare.length() == 2 && !isCurrency(token(at))) {
                at--;
                return bare.isEmpty() ? 0 : bare.charAt(0);
            }
        }
        return 0;
    }

    private boolean isNumberLike(int index) {
        return is(index, Kind.AMOUNT) || is(index, Kind.DECIMAL) && index > 0;
    }

    private static boolean isNoise(Token token) {
        return token.is(Kind.WORD)
                && token.text().chars().noneMatch(Character::isLetterOrDigit)
                && !"€([".contains(token.text());
    }

    private void skipCurrency() {
        if (at > 0 && isCurrency(token(at)) && is(at - 1, Kind.AMOUNT)) {
            at--;
        }
    }

    private static boolean isCurrency(Token token) {
        return token.is(Kind.WORD) && CURRENCIES.contains(Folding.fold(token.text()));
    }

    private boolean total() {
        if (is(at, Kind.INTEGER) && is(at - 1, Kind.AMOUNT) && is(at - 2, Kind.TIMES)) {
            at--; // rests of a total that is not legible
            return true;
        }
        boolean misreadLetter = is(at, Kind.DECIMAL) && decimals(token(at)) == 3 && afterAmount(at);
        if (!is(at, Kind.AMOUNT) && !misreadLetter) {
            return false;
        }
        total = token(at);
        if (letter == 0) {
            letter = misreadLetter ? lastDigit(total) : total.letter();
        }
        at--;
        return true;
    }

    /** An amount with three decimals is one whose letter was read as a digit, where a price stands before it. */
    private boolean afterAmount(int index) {
        return is(index - 1, Kind.AMOUNT) && is(index - 2, Kind.TIMES)
                || is(index - 1, Kind.EQUALS) && is(index - 2, Kind.AMOUNT);
    }

    private static char lastDigit(Token token) {
        return token.text().charAt(token.text().length() - 1);
    }

    private static int decimals(Token token) {
        int point = token.text().indexOf('.');
        return point < 0 ? 0 : token.text().length() - point - 1;
    }

    /** Where the total stands on another row or is not legible: {@code 2 × 3,99}. */
    private boolean onlyQuantityAndPrice() {
        return is(at, Kind.TIMES) && is(at - 1, Kind.AMOUNT)
                || is(at, Kind.INTEGER) && is(at - 1, Kind.TIMES) && is(at - 2, Kind.AMOUNT);
    }

    private void multiplication() {
        if (is(at, Kind.AMOUNT) && is(at - 1, Kind.TIMES)) {
            unitPrice = token(at);
            priced = true;
            at -= 2;
            quantityBeforeSign();
        } else if (isQuantity(at) && is(at - 1, Kind.TIMES) && is(at - 2, Kind.AMOUNT)) {
            quantity = token(at);
            unitPrice = token(at - 2);
            priced = true;
            at -= 3;
        } else if (is(at, Kind.TIMES) && is(at - 1, Kind.AMOUNT)) {
            unitPrice = token(at - 1);
            priced = true;
            at -= 2;
        } else if (is(at, Kind.TIMES) && total != null) {
            unitPrice = total; // the total is on another row, or gone
            priced = true;
            total = null;
            at--;
            quantityBeforeSign();
        }
    }

    private void quantityBeforeSign() {
        if (at >= 1 && token(at).is(Kind.WORD) && Unit.of(token(at).text()) != null) {
            unit = Unit.of(token(at).text());
            at--;
        }
        if (isQuantity(at) || is(at, Kind.AMOUNT)) {
            quantity = token(at);
            at--;
        } else if (at >= 1
                && token(at).isSingle()
                && isDigitLike(token(at).text().charAt(0))) {
            at--; // a misread count: the equation finds it
        }
    }

    private static boolean isDigitLike(char c) {
        return "lI|!–-~_^”7r".indexOf(c) >= 0;
    }

    private boolean isQuantity(int index) {
        return is(index, Kind.INTEGER) || is(index, Kind.DECIMAL);
    }

    private static boolean isLetterBefore(Token token) {
        return token.isSingle() && LETTER_BEFORE.indexOf(token.text().charAt(0)) >= 0;
    }

    private boolean is(int index, Kind kind) {
        return index >= 0 && index < tokens.size() && tokens.get(index).is(kind);
    }

    private Token token(int index) {
        return tokens.get(index);
    }
}
