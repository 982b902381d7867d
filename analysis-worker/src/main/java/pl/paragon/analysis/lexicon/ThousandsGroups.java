package pl.paragon.analysis.lexicon;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import pl.paragon.analysis.lexicon.Token.Kind;

/**
 * Amounts whose thousands are set apart by a space: {@code 3 038,14}. A count before an amount looks the same, so the
 * two are joined only if nothing else can be meant.
 */
public final class ThousandsGroups {

    private static final int LONGEST_LEAD = 3;
    /** Digits before the decimal point, the point and two decimals. */
    private static final int REST = 6;

    private ThousandsGroups() {}

    /** Joins what is an amount in any row: no amount begins with a zero, and a price or a product needs one there. */
    static List<Token> joined(List<Token> tokens) {
        List<Token> out = new ArrayList<>();
        for (Token token : tokens) {
            Token whole = whole(out, token);
            if (whole != null && (beginsWithZero(token) || isDue(before(out), whole))) {
                out.removeLast();
                out.add(whole);
            } else {
                out.add(token);
            }
        }
        return List.copyOf(out);
    }

    /** Joins all that look like it, for a row that has words and amounts only, such as the total. */
    public static List<Token> joinedAfterWords(List<Token> tokens) {
        List<Token> out = new ArrayList<>();
        for (Token token : tokens) {
            Token whole = whole(out, token);
            if (whole != null) {
                out.removeLast();
                out.add(whole);
            } else {
                out.add(token);
            }
        }
        return List.copyOf(out);
    }

    /** The last token and this one as one amount, or {@code null}. */
    private static Token whole(List<Token> before, Token rest) {
        if (before.isEmpty() || !rest.is(Kind.AMOUNT) || rest.text().length() != REST || rest.negative()) {
            return null;
        }
        Token lead = before.getLast();
        boolean leads = lead.is(Kind.INTEGER)
                && lead.text().length() <= LONGEST_LEAD
                && !lead.text().startsWith("0")
                && lead.end() == rest.start() - 1;
        return leads
                ? new Token(
                        Kind.AMOUNT,
                        lead.text() + rest.text(),
                        lead.start(),
                        rest.end(),
                        rest.letter(),
                        lead.negative())
                : null;
    }

    private static List<Token> before(List<Token> tokens) {
        return tokens.subList(0, tokens.size() - 1);
    }

    private static boolean beginsWithZero(Token rest) {
        return rest.text().startsWith("0");
    }

    /** Whether only this amount can follow: a price after its sign, tax after a rate, a product after its factors. */
    private static boolean isDue(List<Token> before, Token amount) {
        if (before.isEmpty()) {
            return false;
        }
        if (before.getLast().is(Kind.PERCENT)) {
            return true;
        }
        if (before.getLast().is(Kind.TIMES)) {
            return quantity(before, before.size() - 1) != null;
        }
        int price = before.size() - (before.getLast().is(Kind.EQUALS) ? 2 : 1);
        if (price < 2
                || !before.get(price).is(Kind.AMOUNT)
                || !before.get(price - 1).is(Kind.TIMES)) {
            return false;
        }
        Token quantity = quantity(before, price - 1);
        return quantity != null && product(quantity, before.get(price)) == amount.grosze();
    }

    /** The count or weight before the sign; {@code null} if there is none, or a price. */
    private static Token quantity(List<Token> tokens, int times) {
        int at = times - 1;
        if (at > 0 && tokens.get(at).is(Kind.WORD) && Unit.of(tokens.get(at).text()) != null) {
            at--;
        }
        boolean counts =
                at >= 0 && (tokens.get(at).is(Kind.INTEGER) || tokens.get(at).is(Kind.DECIMAL));
        return counts ? tokens.get(at) : null;
    }

    private static long product(Token quantity, Token price) {
        return new BigDecimal(quantity.text())
                .multiply(BigDecimal.valueOf(price.grosze()))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
