package pl.paragon.analysis.lexicon;

/**
 * A word or a number of a row.
 *
 * @param text words as printed; numbers as digits with a point before the decimals, what looks like a digit already
 *     taken as one
 * @param start of it in the row's text
 * @param end after it in the row's text, a glued letter not included
 * @param letter glued to the end of a number, as in {@code 8,99A}; 0 if there is none
 * @param negative a number with a minus
 */
public record Token(Kind kind, String text, int start, int end, char letter, boolean negative) {

    /** What a token looks like; what it is depends on what stands beside it. */
    public enum Kind {
        WORD,
        /** Digits without decimals, at most six of them. */
        INTEGER,
        /** Two decimals. */
        AMOUNT,
        /** One or three decimals: a weight, or an amount whose letter was read as a digit. */
        DECIMAL,
        /** Hours and minutes, or an amount whose comma was read as a colon. */
        CLOCK,
        /** The sign between quantity and price. */
        TIMES,
        EQUALS,
        PERCENT
    }

    public boolean is(Kind wanted) {
        return kind == wanted;
    }

    public boolean isNumber() {
        return kind == Kind.INTEGER || kind == Kind.AMOUNT || kind == Kind.DECIMAL;
    }

    /** A word that ought to be one letter. */
    public boolean isSingle() {
        return kind == Kind.WORD && text.length() == 1;
    }

    /** An amount's value in grosze, without its sign; a third decimal is a letter that was read as a digit. */
    public long grosze() {
        int point = text.indexOf('.');
        String amount = point >= 0 && text.length() - point > 3 ? text.substring(0, point + 3) : text;
        return Long.parseLong(amount.replace(".", ""));
    }
}
