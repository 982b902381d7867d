package pl.paragon.analysis.lexicon;

import java.util.ArrayList;
import java.util.List;
import pl.paragon.analysis.lexicon.Token.Kind;

/**
 * Cuts a row into words and numbers. Columns that the reader ran together come apart again ({@code 2×13,4926,98A} is 2
 * × 13,49 and 26,98 A); letters inside of numbers that look like digits are taken for digits.
 */
public final class Lexer {

    private static final String SEPARATORS = ".,";
    private static final String TIMES = "xX×*@";
    private static final String MINUS = "-–—~";
    private static final int LONGEST_INTEGER = 6;
    private static final int LONGEST_AMOUNT = 5;
    /** A longer number is none that stands for money or quantities. */
    public static final int LONGEST_NUMBER = 9;

    private final String row;
    private final List<Token> tokens = new ArrayList<>();

    private Lexer(String row) {
        this.row = row;
    }

    public static List<Token> tokens(String row) {
        Lexer lexer = new Lexer(row);
        int at = 0;
        while (at < row.length()) {
            at = Character.isWhitespace(row.charAt(at)) ? at + 1 : lexer.next(at);
        }
        return ThousandsGroups.joined(lexer.tokens);
    }

    /** Reads the token that begins here and gives the place after it. */
    private int next(int at) {
        char c = row.charAt(at);
        if (c == '=') {
            return add(Kind.EQUALS, "=", at, at + 1);
        }
        if (c == '%') {
            return add(Kind.PERCENT, "%", at, at + 1);
        }
        if (TIMES.indexOf(c) >= 0 && isTimes(at)) {
            return add(Kind.TIMES, "x", at, at + 1);
        }
        int number = number(at);
        return number > at ? number : word(at);
    }

    private int add(Kind kind, String text, int start, int end) {
        tokens.add(new Token(kind, text, start, end, (char) 0, false));
        return end;
    }

    private boolean isTimes(int at) {
        boolean before = at == 0 || Character.isWhitespace(row.charAt(at - 1)) || afterNumberOrUnit(at);
        int next = at + 1;
        if (!before) {
            return false;
        }
        if (next >= row.length() || Character.isWhitespace(row.charAt(next))) {
            return row.charAt(at) != '*'
                    || Digits.isDigit(charAt(next + 1))
                    || !tokens.isEmpty() && tokens.getLast().isNumber();
        }
        return Digits.isDigit(row.charAt(next))
                || isFractionAlone(next)
                || Digits.looksLikeOne(row, next) && !Character.isLetter(charAt(next + 1));
    }

    private boolean afterNumberOrUnit(int at) {
        if (tokens.isEmpty()) {
            return false;
        }
        Token last = tokens.getLast();
        return last.end() == at && (last.isNumber() || Unit.of(last.text()) != null);
    }

    private int number(int start) {
        if (isFractionAlone(start) && (startsWord(start) || afterTimes(start))) {
            return amount(start, "0", start + 1, start + 3, false);
        }
        if (MINUS.indexOf(row.charAt(start)) >= 0 && isFractionAlone(start + 1)) {
            return amount(start, "0", start + 2, start + 4, true);
        }
        int at = start;
        boolean negative = false;
        if (row.charAt(at) == '(' && digitAt(at + 1)) {
            return inBrackets(start);
        }
        if (MINUS.indexOf(row.charAt(at)) >= 0 && digitAt(at + 1)) {
            negative = true;
            at++;
        }
        if (!digitAt(at)) {
            return start;
        }
        int whole = runOfDigits(at);
        String digits = Digits.of(row.substring(at, whole));
        char next = charAt(whole);
        if (next == ':' && digitAt(whole + 1)) {
            return clock(start, digits, whole);
        }
        int fraction = fractionAfter(whole, digits);
        if (fraction < 0) {
            return integer(start, whole, digits, negative);
        }
        int end = runOfDigits(fraction);
        return decimals(start, digits, fraction, end, negative);
    }

    /** An amount below one without its zero, or one that lost what stood before its comma: {@code ,99A}. */
    private boolean isFractionAlone(int at) {
        boolean fraction = SEPARATORS.indexOf(charAt(at)) >= 0 && twoDigitsEndAt(at + 1);
        return fraction && (endsAt(at + 3) || Character.isLetter(charAt(at + 3)) && endsAt(at + 4));
    }

    private boolean afterTimes(int at) {
        return !tokens.isEmpty()
                && tokens.getLast().is(Kind.TIMES)
                && tokens.getLast().end() == at;
    }

    /** An amount in brackets is negative: {@code (0.02)}. */
    private int inBrackets(int start) {
        int whole = runOfDigits(start + 1);
        int end = runOfDigits(whole + 1);
        boolean amount = SEPARATORS.indexOf(charAt(whole)) >= 0 && end - whole == 3 && charAt(end) == ')';
        if (!amount) {
            return start;
        }
        String text = Digits.of(row.substring(start + 1, whole)) + "." + Digits.of(row.substring(whole + 1, end));
        tokens.add(new Token(Kind.AMOUNT, text, start, end, (char) 0, true));
        return end + 1;
    }

    /** Where the decimals begin, or -1. A space beside the separator is the reader's or the printer's. */
    private int fractionAfter(int whole, String digits) {
        int at = whole;
        if (charAt(at) == ' ' && SEPARATORS.indexOf(charAt(at + 1)) >= 0 && twoDigitsEndAt(at + 2)) {
            return at + 2;
        }
        if (SEPARATORS.indexOf(charAt(at)) < 0) {
            return -1;
        }
        if (digitAt(at + 1)) {
            return at + 1;
        }
        return charAt(at + 1) == ' ' && twoDigitsEndAt(at + 2) && digits.length() <= LONGEST_AMOUNT ? at + 2 : -1;
    }

    private boolean twoDigitsEndAt(int at) {
        return digitAt(at) && digitAt(at + 1) && !digitAt(at + 2) && SEPARATORS.indexOf(charAt(at + 2)) < 0;
    }

    private int integer(int start, int end, String digits, boolean negative) {
        char next = charAt(end);
        boolean glued = Character.isLetter(next) && Unit.startingAt(row, end) == null && TIMES.indexOf(next) < 0;
        if (digits.length() > LONGEST_INTEGER || glued || next == '-' && digitAt(end + 1) || next == '/') {
            return word(start);
        }
        tokens.add(new Token(Kind.INTEGER, digits, start, end, (char) 0, negative));
        return end;
    }

    private int clock(int start, String hours, int colon) {
        int end = runOfDigits(colon + 1);
        String minutes = Digits.of(row.substring(colon + 1, end));
        if (minutes.length() != 2 || hours.length() > 4) {
            return word(start);
        }
        if (charAt(end) == ':' && digitAt(end + 1)) {
            end = runOfDigits(end + 1);
            return add(Kind.CLOCK, hours + ":" + minutes, start, end);
        }
        return add(Kind.CLOCK, hours + ":" + minutes, start, end);
    }

    private int decimals(int start, String whole, int fraction, int end, boolean negative) {
        String decimals = Digits.of(row.substring(fraction, end));
        boolean more = SEPARATORS.indexOf(charAt(end)) >= 0 && digitAt(end + 1);
        if (more) {
            int last = runOfDigits(end + 1);
            boolean thousands = decimals.length() == 3
                    && whole.length() <= 3
                    && last - end - 1 == 2
                    && charAt(end) != charAt(fraction - 1);
            if (thousands) {
                return amount(start, whole + decimals, end + 1, last, negative);
            }
            if (decimals.length() > 2 && decimals.length() <= 2 + LONGEST_AMOUNT && last - end - 1 <= 3) {
                return amount(start, whole, fraction, fraction + 2, negative); // two amounts run together
            }
            return word(start);
        }
        return switch (decimals.length()) {
            case 2 -> amount(start, whole, fraction, end, negative);
            case 1, 3 -> decimal(start, whole, decimals, end, negative);
            default -> word(start);
        };
    }

    private int amount(int start, String whole, int fraction, int end, boolean negative) {
        if (whole.length() > LONGEST_AMOUNT + 1) {
            return word(start);
        }
        String text = whole + "." + Digits.of(row.substring(fraction, end));
        char letter = gluedLetter(end);
        boolean minusBehind = MINUS.indexOf(charAt(end)) == 0 && endsAt(end + 1);
        tokens.add(new Token(Kind.AMOUNT, text, start, end, letter, negative || minusBehind));
        return letter != 0 || minusBehind ? end + 1 : end;
    }

    private int decimal(int start, String whole, String decimals, int end, boolean negative) {
        if (whole.length() + decimals.length() > LONGEST_NUMBER) {
            return word(start);
        }
        char letter = gluedLetter(end);
        tokens.add(new Token(Kind.DECIMAL, whole + "." + decimals, start, end, letter, negative));
        return letter != 0 ? end + 1 : end;
    }

    private char gluedLetter(int at) {
        char c = charAt(at);
        if (c == 0 || Character.isWhitespace(c) || c == '%' || c == '=' || TIMES.indexOf(c) >= 0 && digitAt(at + 1)) {
            return 0;
        }
        return endsAt(at + 1) && (Character.isLetter(c) || "€%&§$".indexOf(c) >= 0) ? c : 0;
    }

    private boolean startsWord(int at) {
        return at == 0 || Character.isWhitespace(row.charAt(at - 1));
    }

    private boolean endsAt(int at) {
        return at >= row.length() || Character.isWhitespace(row.charAt(at));
    }

    /** A word up to the next space, without an amount glued to its end ({@code RM12,65}). */
    private int word(int start) {
        int end = start;
        while (end < row.length() && !Character.isWhitespace(row.charAt(end))) {
            end++;
        }
        int unit = unitThenTimes(start, end);
        int amount = unit > start ? start : amountAtEnd(start, end);
        int stop = unit > start ? unit : amount > start ? amount : end;
        return add(Kind.WORD, row.substring(start, stop), start, stop);
    }

    /** In {@code szt.x3,99} the unit ends before the sign. */
    private int unitThenTimes(int start, int end) {
        for (int at = start + 1; at < end - 1; at++) {
            if (TIMES.indexOf(row.charAt(at)) >= 0 && Digits.isDigit(row.charAt(at + 1))) {
                return Unit.of(row.substring(start, at)) == null ? start : at;
            }
        }
        return start;
    }

    private int amountAtEnd(int start, int end) {
        if (Digits.isDigit(row.charAt(start))) {
            return start;
        }
        int at = end;
        if (Character.isLetter(row.charAt(at - 1)) && at - 1 > start && Digits.isDigit(row.charAt(at - 2))) {
            at--;
        }
        int decimals = at - 3;
        if (decimals <= start || SEPARATORS.indexOf(row.charAt(decimals)) < 0 || !digitAt(at - 1) || !digitAt(at - 2)) {
            return start;
        }
        int whole = decimals;
        while (whole > start && Digits.isDigit(row.charAt(whole - 1))) {
            whole--;
        }
        if (whole - 1 > start && MINUS.indexOf(row.charAt(whole - 1)) >= 0) {
            whole--;
        }
        return whole < decimals ? whole : start;
    }

    private int runOfDigits(int at) {
        int end = at;
        while (digitAt(end)) {
            end++;
        }
        return end;
    }

    private boolean digitAt(int at) {
        return at < row.length() && (Digits.isDigit(row.charAt(at)) || Digits.looksLikeOne(row, at));
    }

    private char charAt(int at) {
        return at < row.length() ? row.charAt(at) : 0;
    }
}
