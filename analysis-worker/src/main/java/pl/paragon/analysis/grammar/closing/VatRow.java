package pl.paragon.analysis.grammar.closing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import pl.paragon.analysis.draft.Rate;
import pl.paragon.analysis.figure.Certainty;
import pl.paragon.analysis.grammar.line.Line;
import pl.paragon.analysis.lexicon.Label;
import pl.paragon.analysis.lexicon.Token;
import pl.paragon.analysis.lexicon.Token.Kind;

/**
 * What a row of the tax table tells besides its amounts.
 *
 * @param letter as printed, 0 if it is not legible
 * @param rate {@code null} if none is printed
 * @param amounts without the rate
 */
public record VatRow(char letter, Rate rate, List<Token> amounts) {

    private static final String LETTERS = "ABCDEFG";
    private static final BigDecimal MOST = new BigDecimal(30);

    public static VatRow of(Line line) {
        Rate rate = null;
        List<Token> amounts = new ArrayList<>();
        List<Token> tokens = line.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean percent = i + 1 < tokens.size() && tokens.get(i + 1).is(Kind.PERCENT)
                    || token.letter() == '%'
                    || token.text().endsWith("%");
            String number = token.isNumber() ? token.text() : behindLetter(token.text());
            if (percent && rate == null && !number.isEmpty()) {
                boolean sure = Certainty.isSure(line.row(), token.start(), token.end());
                rate = new Rate(new BigDecimal(number).stripTrailingZeros(), sure);
            } else if (token.is(Kind.AMOUNT) || token.is(Kind.CLOCK) && amounts.isEmpty() && i == tokens.size() - 1) {
                amounts.add(token);
            }
        }
        if (rate != null
                && (rate.percent().compareTo(MOST) > 0 || rate.percent().signum() < 0)) {
            rate = null;
        }
        return new VatRow(letter(line), rate, amounts);
    }

    /** The rate in {@code C5%}, {@code A=23,00%}: empty if the word is none. */
    private static String behindLetter(String word) {
        return word.matches("[A-G]=?\\d{1,2}([.,]\\d{1,2})?%?")
                ? word.replaceAll("[^\\d.,]", "").replace(',', '.')
                : "";
    }

    /** The row's tax letter: a word of one letter, or the last letter of its words. */
    private static char letter(Line line) {
        char found = 0;
        for (Token token : line.tokens()) {
            if (token.is(Kind.AMOUNT) || token.is(Kind.INTEGER) || token.is(Kind.PERCENT)) {
                break;
            }
            String word = token.text();
            boolean single = word.length() == 1
                    || !behindLetter(word).isEmpty()
                    || word.length() == 2 && !Character.isLetter(word.charAt(1));
            if (token.is(Kind.WORD) && single && LETTERS.indexOf(word.charAt(0)) >= 0) {
                found = word.charAt(0);
            }
        }
        if (found == 0 && line.is(Label.VAT_GROSS) && line.text().matches("(?i).*zw(oln)?.*")) {
            return 'E';
        }
        return found;
    }
}
