package pl.paragon.analysis.grammar.line;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pl.paragon.analysis.figure.Certainty;
import pl.paragon.analysis.figure.Mark;
import pl.paragon.analysis.lexicon.Digits;
import pl.paragon.analysis.lexicon.Folding;
import pl.paragon.analysis.lexicon.Token;
import pl.paragon.analysis.lexicon.Token.Kind;
import pl.paragon.analysis.lexicon.Unit;
import pl.paragon.analysis.rows.Piece;
import pl.paragon.analysis.rows.Row;

/** Reads the numbers at the end of a row of goods from right to left. */
final class TailParser {

    /** A letter may be glued to it. */
    private static final Pattern ODD_COUNT = Pattern.compile("[A-Za-z(]?(\\d{0,2}[.,]\\d+)");

    private static final Set<String> CURRENCIES = Set.of("pln", "zl", "eur", "rm", "€", "£", "$");
    private static final String LETTER_BEFORE = "ABCDEFGHabcdefgtTUu0(";

    /** Kaufland prints a mark of its own there. */
    private static final String NO_LETTER = "tTH";

    /** A count stands close to its sign: this many heights of print away is another column. */
    private static final double FAR = 1.5;

    private final Row row;
    private final List<Token> tokens;
    private int at;

    /** Columns are at least this many heights of print apart; words are not. */
    private static final double COLUMN = 1;

    private Token quantity;
    private String unit;
    private Token unitPrice;
    private boolean priced;
    private Token total;
    private Optional<Mark> letter = Optional.empty();
    private Optional<Mark> letterBefore = Optional.empty();
    private boolean contradictsItself;

    TailParser(Row row, List<Token> tokens) {
        this.row = row;
        this.tokens = tokens;
        this.at = tokens.size() - 1;
    }

    /** The tail, or {@code null} if the row has none. */
    Tail parse() {
        if (!illegibleTotal()) {
            letter = letterAtEnd();
            skipCurrency();
            if (!total() && !onlyQuantityAndPrice()) {
                return null;
            }
        }
        if (is(at, Kind.EQUALS)) {
            at--;
        }
        skipStray();
        multiplication();
        letterBefore();
        return new Tail(nameEnd(), quantity, unit, unitPrice, priced, total, letter, letterBefore, contradictsItself);
    }

    /**
     * A tax letter in a column of its own before the numbers. A name cut off after a letter looks alike, so it must not
     * contradict the letter behind the amount.
     */
    private void letterBefore() {
        if (at < 1) {
            return;
        }
        Mark mark = Mark.at(row, token(at).start());
        boolean weighed = quantity != null && quantity.is(Kind.DECIMAL) && decimals(quantity) == 3;
        boolean misreadColumn =
                weighed && token(at).is(Kind.INTEGER) && token(at).text().equals("8");
        if (standsApart()) {
            letterBefore = Optional.of(mark).filter(Mark::looksLikeLetter);
            at--;
            return;
        }
        if (!isLetterBefore(token(at)) && !misreadColumn) {
            return;
        }
        boolean agrees =
                NO_LETTER.indexOf(mark.read()) >= 0 || letter.stream().allMatch(behind -> behind.read() == mark.read());
        if (agrees && (priced || letter.isEmpty())) {
            letterBefore = Optional.of(mark);
            at--;
        }
    }

    /**
     * A single character that begins a piece clearly apart from the name: a column of its own, whatever the reader took
     * it for.
     */
    private boolean standsApart() {
        Token token = token(at);
        Piece piece = row.pieceAt(token.start());
        Piece name = row.pieceAt(token(at - 1).start());
        boolean count = Digits.isDigit(token.text().charAt(0)) && quantity == null;
        boolean single = token.end() - token.start() == 1 && row.startOf(piece) == token.start();
        return single && !count && piece != name && (piece.left() - name.right()) / Math.max(1, name.height()) > COLUMN;
    }

    private int nameEnd() {
        if (at < 0) {
            return 0;
        }
        return token(at).letter() == 0 ? token(at).end() : token(at).end() + 1;
    }

    /** Quantity and price, and behind them rests of digits that are no amount: the total cannot be read. */
    private boolean illegibleTotal() {
        int last = tokens.size() - 1;
        for (int price = last - 1; price >= Math.max(2, last - 2); price--) {
            boolean multiplied = is(price, Kind.AMOUNT)
                    && is(price - 1, Kind.TIMES)
                    && token(price - 2).isNumber();
            if (multiplied && tokens.subList(price + 1, last + 1).stream().allMatch(TailParser::isRest)) {
                contradictsItself =
                        isSure(price + 1, last + 1) && !isPartOfProduct(price + 1, product(price - 2, price));
                at = price;
                return tokens.subList(price + 1, last + 1).stream().anyMatch(TailParser::hasDigit);
            }
        }
        return false;
    }

    /**
     * Whether the digits of these tokens are the product's, or some of them: then only the comma or the rest is lost.
     */
    private boolean isPartOfProduct(int from, long product) {
        StringBuilder digits = new StringBuilder();
        tokens.subList(from, tokens.size())
                .forEach(t -> t.text().chars().filter(Digits::isDigit).forEach(c -> digits.append((char) c)));
        return product < 0 || String.valueOf(product).contains(digits);
    }

    private boolean isSure(int from, int to) {
        return Certainty.isSure(row, token(from).start(), token(to - 1).end());
    }

    private static boolean isRest(Token token) {
        return token.is(Kind.WORD) || token.is(Kind.INTEGER) || token.is(Kind.PERCENT);
    }

    private static boolean hasDigit(Token token) {
        return token.text().chars().anyMatch(Digits::isDigit);
    }

    private Optional<Mark> letterAtEnd() {
        if (is(at, Kind.PERCENT) && is(at - 1, Kind.AMOUNT) && is(at - 3, Kind.TIMES)) {
            at--;
            return Optional.of(Mark.at(row, token(at + 1).start()));
        }
        while (at > 0 && !token(at).isNumber() && isNoise(token(at))) {
            at--;
        }
        if (at > 0 && token(at).is(Kind.WORD) && isNumberLike(at - 1)) {
            String text = token(at).text();
            String bare =
                    text.startsWith("*") || text.startsWith(".") || text.startsWith("_") ? text.substring(1) : text;
            if (bare.length() == 1 || bare.length() == 2 && !isCurrency(token(at))) {
                int start = token(at).end() - bare.length();
                at--;
                return bare.isEmpty() ? Optional.empty() : Optional.of(Mark.at(row, start));
            }
        }
        return Optional.empty();
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
        boolean misreadLetter = is(at, Kind.DECIMAL) && decimals(token(at)) == 3 && afterAmount(at);
        if (!is(at, Kind.AMOUNT) && !misreadLetter || isVolume(at)) {
            return false;
        }
        total = token(at);
        if (letter.isEmpty()) {
            letter = misreadLetter ? Optional.of(Mark.at(row, total.end() - 1)) : glued(total);
        }
        at--;
        if (at > 0 && isCurrency(token(at)) && is(at - 1, Kind.TIMES)) {
            at--; // 4 @ £6.50
        }
        return true;
    }

    /** A name that ends with {@code 1,25l} ends with no amount. */
    private boolean isVolume(int index) {
        char unit = token(index).letter();
        boolean litres = unit == 'l' || unit == 'L' || unit == '|' || unit == 'I';
        return litres && !is(index - 1, Kind.TIMES) && !afterAmount(index);
    }

    /** An amount with three decimals is one whose letter was read as a digit, where a price stands before it. */
    private boolean afterAmount(int index) {
        return is(index - 1, Kind.AMOUNT) && is(index - 2, Kind.TIMES)
                || is(index - 1, Kind.EQUALS) && is(index - 2, Kind.AMOUNT);
    }

    private Optional<Mark> glued(Token amount) {
        return amount.letter() == 0 ? Optional.empty() : Optional.of(Mark.at(row, amount.end()));
    }

    private static int decimals(Token token) {
        int point = token.text().indexOf('.');
        return point < 0 ? 0 : token.text().length() - point - 1;
    }

    /** If the total stands on another row or is not legible: {@code 2 × 3,99}. */
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
        } else if (isCutPrice()) {
            unitPrice = token(at);
            priced = true;
            at -= 2;
            quantityBeforeSign();
        } else if (isQuantity(at) && is(at - 1, Kind.TIMES) && is(at - 2, Kind.AMOUNT)) {
            quantity = token(at);
            unitPrice = token(at - 2);
            priced = true;
            at -= 3;
        } else if (multipliesWithoutSign()) {
            unitPrice = token(at);
            priced = true;
            at -= token(at - 1).isSingle() ? 2 : 1;
            quantity = token(at);
            at--;
        } else if (is(at, Kind.TIMES) && is(at - 1, Kind.AMOUNT)) {
            unitPrice = token(at - 1);
            priced = true;
            at -= 2;
        } else if (is(at, Kind.TIMES) && total != null && !total.is(Kind.DECIMAL)) {
            unitPrice = total; // the total is on another row, or gone
            priced = true;
            total = null;
            at--;
            quantityBeforeSign();
        } else if (total != null && is(at, Kind.DECIMAL) && is(at - 1, Kind.TIMES) && at > 1) {
            contradictsItself = isSure(at, at + 1); // 2 x 0,799: no price has so many decimals
        }
    }

    /**
     * The reader lost the sign between quantity and price, or took it for a letter: {@code 5.000 6,99 34,95},
     * {@code 1.000 ł 1,99 1,99}.
     */
    private boolean multipliesWithoutSign() {
        if (total == null || at < 2 || !is(at, Kind.AMOUNT)) {
            return false;
        }
        int count = token(at - 1).isSingle() && at > 2 ? at - 2 : at - 1;
        boolean weighed = count == at - 1 && token(count).is(Kind.DECIMAL) && decimals(token(count)) == 3;
        return weighed || product(count, at) == total.grosze();
    }

    /** A speck between price and value that was read as a digit: {@code 1 * 6,29 9 6,29}. */
    private void skipStray() {
        boolean speck =
                total != null && is(at, Kind.INTEGER) && token(at).text().length() == 1;
        if (!speck || !is(at - 1, Kind.AMOUNT) || at < 3) {
            return;
        }
        int count = is(at - 2, Kind.TIMES) ? at - 3 : at - 2;
        if (count > 0 && product(count, at - 1) == total.grosze()) {
            at--;
        }
    }

    /** Quantity times price in grosze, -1 if there is no quantity. */
    private long product(int count, int price) {
        Token number = token(count);
        boolean weighed = number.is(Kind.DECIMAL) && decimals(number) == 3;
        if (!weighed && !number.is(Kind.INTEGER)) {
            return -1;
        }
        long thousandths = Long.parseLong(number.text().replace(".", "")) * (weighed ? 1 : 1000);
        return (thousandths * token(price).grosze() + 500) / 1000;
    }

    /** A price whose last digits were cut off by the edge of its column: {@code 0,381kg x 33.9}. */
    private boolean isCutPrice() {
        boolean cut = is(at, Kind.DECIMAL) && decimals(token(at)) == 1 && is(at - 1, Kind.TIMES) && total != null;
        return cut
                && at >= 2
                && (token(at - 2).isNumber() || Unit.of(token(at - 2).text()) != null);
    }

    private void quantityBeforeSign() {
        if (at >= 1 && token(at).is(Kind.WORD) && Unit.of(token(at).text()) != null) {
            unit = Unit.of(token(at).text());
            at--;
        }
        if (isQuantity(at) || is(at, Kind.AMOUNT)) {
            if (!endsName(at)) {
                quantity = token(at);
                at--;
            }
        } else if (at >= 1
                && token(at).isSingle()
                && isDigitLike(token(at).text().charAt(0))) {
            at--; // a misread count: the equation finds it
        } else if (at >= 1
                && hasDigit(token(at))
                && token(at).end() >= token(at + 1).start() - 1) {
            contradictsItself = isSure(at, at + 1) && contradicts(token(at).text());
        }
    }

    /** A number at the end of the name, far from the sign, is not a quantity if a count of one fits as well. */
    private boolean endsName(int index) {
        Token number = token(index);
        if (total == null || unitPrice == null || total.grosze() != unitPrice.grosze()) {
            return false;
        }
        Piece piece = row.pieceAt(number.start());
        Piece price = row.pieceAt(unitPrice.start());
        boolean withName = row.startOf(piece) < number.start() && decimals(number) != 3;
        double gap = (price.left() - piece.right()) / Math.max(1, piece.height());
        return withName && piece != price && (gap > FAR || !isOne(number));
    }

    private static boolean isOne(Token number) {
        return number.text().equals("1") || number.text().equals("1.000");
    }

    /**
     * Whether a count that no till prints (without its zero, with four decimals) makes another value than the printed.
     */
    private boolean contradicts(String count) {
        Matcher number = ODD_COUNT.matcher(count);
        if (total == null || unitPrice == null || !number.matches()) {
            return false;
        }
        BigDecimal value = new BigDecimal(number.group(1).replace(',', '.'))
                .multiply(BigDecimal.valueOf(unitPrice.grosze()))
                .setScale(0, RoundingMode.HALF_UP);
        return value.compareTo(BigDecimal.valueOf(total.grosze())) != 0;
    }

    private static boolean isDigitLike(char c) {
        return "lI|!–-~_^”7r".indexOf(c) >= 0;
    }

    private boolean isQuantity(int index) {
        return is(index, Kind.INTEGER) || is(index, Kind.DECIMAL);
    }

    private boolean isLetterBefore(Token token) {
        boolean alone = token.start() == 0 || Character.isWhitespace(row.text().charAt(token.start() - 1));
        return alone && token.isSingle() && LETTER_BEFORE.indexOf(token.text().charAt(0)) >= 0;
    }

    private boolean is(int index, Kind kind) {
        return index >= 0 && index < tokens.size() && tokens.get(index).is(kind);
    }

    private Token token(int index) {
        return tokens.get(index);
    }
}
