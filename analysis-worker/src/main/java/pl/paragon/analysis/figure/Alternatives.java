package pl.paragon.analysis.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pl.paragon.analysis.lexicon.Digits;
import pl.paragon.analysis.lexicon.Lexer;
import pl.paragon.analysis.lexicon.Token;
import pl.paragon.analysis.lexicon.Token.Kind;
import pl.paragon.analysis.rows.Piece;
import pl.paragon.analysis.rows.Row;
import pl.paragon.analysis.rows.Trace;
import pl.paragon.contracts.text.Candidate;

/**
 * What a printed number may be: as it was read; with what the readers offer for single characters; and, for characters
 * that were not read with {@linkplain Certainty certainty}, with any digit, those that print and folds make alike
 * first. What is improbable costs; an equation decides whether it was worth the price.
 */
public final class Alternatives {

    /** Digits that are taken for each other: a stroke more, a stroke less. */
    private static final String[] ALIKE = {"0869", "17", "27", "389", "41", "5698", "6085", "712", "80639", "9058"};

    private static final double ALIKE_COST = 4.5;
    private static final double ANY_COST = 7;
    private static final double LETTER_AS_DIGIT_COST = 0.3;
    private static final double CLOCK_COST = 1;
    private static final int FEWEST_DIGITS = 3;
    private static final double LEAST_COST = 0.1;

    private Alternatives() {}

    /** An amount in grosze, with its sign. */
    public static Figure amount(Row row, Token token) {
        Map<Long, Double> costs = new HashMap<>();
        String digits = token.text().replace(".", "").replace(":", "");
        double base = 0;
        if (token.is(Kind.DECIMAL) && token.text().indexOf('.') == token.text().length() - 4) {
            digits = digits.substring(0, digits.length() - 1);
            base = LETTER_AS_DIGIT_COST;
        } else if (token.is(Kind.CLOCK)) {
            base = CLOCK_COST;
        } else if (token.is(Kind.DECIMAL)) {
            return cut(row, token, digits);
        } else if (token.is(Kind.INTEGER)) {
            base = CLOCK_COST;
        }
        spread(costs, digits, base, row, token);
        return figure(costs, token.negative(), Trace.of(row, token.start(), token.end()));
    }

    /**
     * An amount with one decimal. Unless that is plainly all there is, the last digit was cut off: any may have stood
     * there, most often a zero or a nine.
     */
    private static Figure cut(Row row, Token token, String digits) {
        Map<Long, Double> costs = new HashMap<>();
        if (Certainty.isSure(row, token.start(), token.end())) {
            put(costs, digits + '0', 0);
            return figure(costs, token.negative(), Trace.of(row, token.start(), token.end()));
        }
        for (char last = '0'; last <= '9'; last++) {
            put(costs, digits + last, last == '0' ? 0 : last == '9' ? 0.2 : 0.5);
        }
        return figure(costs, token.negative(), Trace.of(row, token.start(), token.end()));
    }

    /** A quantity in thousandths. */
    public static Figure quantity(Row row, Token token) {
        Map<Long, Double> costs = new HashMap<>();
        int point = token.text().indexOf('.');
        int decimals = point < 0 ? 0 : token.text().length() - point - 1;
        long scale = (long) Math.pow(10, 3 - Math.min(3, decimals));
        Map<Long, Double> plain = new HashMap<>();
        spread(plain, token.text().replace(".", ""), 0, row, token);
        plain.forEach((value, cost) -> costs.merge(value * scale, cost, Math::min));
        return figure(costs, false, Trace.of(row, token.start(), token.end()));
    }

    private static Figure figure(Map<Long, Double> costs, boolean negative, Trace trace) {
        List<Alternative> readings = costs.entrySet().stream()
                .map(e -> new Alternative(negative ? -e.getKey() : e.getKey(), e.getValue()))
                .sorted(Comparator.comparingDouble(Alternative::cost))
                .toList();
        return new Figure(readings, trace);
    }

    private static void spread(Map<Long, Double> costs, String digits, double base, Row row, Token token) {
        put(costs, digits, base);
        List<Integer> places = places(row, token, digits.length());
        for (int i = 0; i < digits.length(); i++) {
            int read = digits.charAt(i) - '0';
            String before = digits.substring(0, i);
            String after = digits.substring(i + 1);
            boolean printed = places.get(i) >= 0;
            if (!Certainty.isSure(row, printed ? places.get(i) : token.start())) {
                for (char digit = '0'; digit <= '9'; digit++) {
                    double cost = ALIKE[read].indexOf(digit) >= 0 ? ALIKE_COST : ANY_COST;
                    if (digit - '0' != read) {
                        put(costs, before + digit + after, base + cost);
                    }
                }
            }
            if (printed) {
                Certainty.offered(row, places.get(i))
                        .forEach((digit, cost) -> put(costs, before + digit + after, base + cost));
                double nothing = Certainty.costOfNothing(row, places.get(i));
                if (digits.length() > FEWEST_DIGITS && Double.isFinite(nothing)) {
                    put(costs, before + after, base + Math.max(LEAST_COST, nothing));
                }
            }
        }
        missed(costs, digits, base, row, token);
    }

    /** With a digit that the reader may have passed over. */
    private static void missed(Map<Long, Double> costs, String digits, double base, Row row, Token token) {
        Piece piece = row.pieceAt(token.start());
        int offset = row.startOf(piece);
        for (Piece.Missed missed : piece.missed()) {
            int index = missed.before() + offset;
            if (index < token.start() || index > token.end()) {
                continue;
            }
            int at = (int) row.text()
                    .substring(token.start(), index)
                    .chars()
                    .filter(c -> Digits.in(Character.toString(c)).isPresent())
                    .count();
            List<Candidate> candidates = missed.symbol().candidates();
            for (Candidate candidate : candidates) {
                boolean digit = candidate.text().length() == 1
                        && Digits.isDigit(candidate.text().charAt(0));
                if (digit && at <= digits.length()) {
                    double cost = Certainty.cost(candidates.getFirst().p(), candidate);
                    put(
                            costs,
                            digits.substring(0, at) + candidate.text() + digits.substring(at),
                            base + Math.max(LEAST_COST, cost));
                }
            }
        }
    }

    /**
     * Where in the row each digit of the token stands; -1 for one that is not printed, as the zero of {@code ,99},
     * which is as certain as the character behind it. The last ones are printed.
     */
    private static List<Integer> places(Row row, Token token, int digits) {
        List<Integer> places = new ArrayList<>();
        for (int at = token.start(); at < token.end() && places.size() < digits; at++) {
            if (Digits.in(row.text().substring(at, at + 1)).isPresent()) {
                places.add(at);
            }
        }
        while (places.size() < digits) {
            places.addFirst(-1);
        }
        return places;
    }

    private static void put(Map<Long, Double> costs, String digits, double cost) {
        if (!digits.isEmpty() && digits.length() <= Lexer.LONGEST_NUMBER) {
            costs.merge(Long.parseLong(digits), cost, Math::min);
        }
    }
}
