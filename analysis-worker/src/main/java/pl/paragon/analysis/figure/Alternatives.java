package pl.paragon.analysis.figure;
import pl.paragon.analysis.lexicon.Digits;
import pl.paragon.analysis.lexicon.Lexer;
import pl.paragon.analysis.lexicon.Token;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pl.paragon.analysis.rows.Trace;
import pl.paragon.analysis.lexicon.Token.Kind;
import pl.paragon.analysis.rows.Piece;
import pl.paragon.analysis.rows.Row;
import pl.paragon.contracts.text.Candidate;

/**
 * What a printed number may be: as it was read, with the reader's own alternatives for single characters, and with the
 * digits that print and folds make alike. What is improbable costs; an equation decides whether it was worth the price.
 */
public final class Alternatives {

    /** Digits that are taken for each other: a stroke more, a stroke less. */
    private static final String[] ALIKE = {"0869", "17", "27", "389", "41", "5698", "6085", "712", "80639", "9058"};

    /** A longer number is none that stands for money or quantities. */
    static final int MOST_DIGITS = 9;

    private static final double ALIKE_COST = 4.5;
    private static final double ANY_COST = 7;
    private static final double LETTER_AS_DIGIT_COST = 0.3;
    private static final double CLOCK_COST = 1;
    private static final int FEWEST_DIGITS = 3;
    private static final double LEAST_PROBABLE = 1e-4;
    private static final String LETTERS = "ABCDEFG";

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

    /** An amount whose last digit was cut off: any digit may have stood there, most often a zero or a nine. */
    private static Figure cut(Row row, Token token, String digits) {
        Map<Long, Double> costs = new HashMap<>();
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

    /** What the tax letter may be that was read as this character; empty for none of the alphabet's. */
    public static List<Letter> letters(char read) {
        String best = alike(read);
        boolean plain = LETTERS.indexOf(read) >= 0;
        List<Letter> letters = new ArrayList<>();
        for (int i = 0; i < best.length(); i++) {
            letters.add(new Letter(best.charAt(i), i == 0 ? plain ? 0 : 0.5 : 4));
        }
        for (int i = 0; i < LETTERS.length(); i++) {
            if (best.indexOf(LETTERS.charAt(i)) < 0) {
                letters.add(new Letter(LETTERS.charAt(i), best.isEmpty() ? 2 : 5.5));
            }
        }
        return letters;
    }

    /** Whether a tax letter can be read as this character. */
    public static boolean looksLikeLetter(char read) {
        return !alike(read).isEmpty();
    }

    private static String alike(char read) {
        return switch (Character.toUpperCase(read)) {
            case 'A', '4', 'Ą' -> "A";
            case 'B', '8', '3', '&', '%', 'ß', 'M' -> "BA";
            case 'C', '0', 'O', 'U', 'L', '(', '[', 'Ć', '€', '6', '<', '>' -> "CDG";
            case 'D' -> "DC";
            case 'E', '£' -> "E";
            case 'F', 'P' -> "F";
            case 'G' -> "GC";
            default -> "";
        };
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
        List<List<Candidate>> symbols = symbols(row, token, digits.length());
        for (int i = 0; i < digits.length(); i++) {
            int read = digits.charAt(i) - '0';
            for (char digit = '0'; digit <= '9'; digit++) {
                double cost = ALIKE[read].indexOf(digit) >= 0 ? ALIKE_COST : ANY_COST;
                if (digit - '0' != read) {
                    put(costs, digits.substring(0, i) + digit + digits.substring(i + 1), base + cost);
                }
            }
            if (!symbols.isEmpty()) {
                byReader(costs, digits, i, symbols.get(i), base);
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
                    .filter(c -> Digits.isDigit(c) || Digits.meant((char) c) != 0)
                    .count();
            List<Candidate> candidates = missed.symbol().candidates();
            double nothing = Math.max(LEAST_PROBABLE, candidates.getFirst().p());
            for (Candidate candidate : candidates) {
                boolean digit = candidate.text().length() == 1
                        && Digits.isDigit(candidate.text().charAt(0));
                if (digit && at <= digits.length()) {
                    double cost = Math.log(nothing / Math.max(LEAST_PROBABLE, candidate.p()));
                    put(
                            costs,
                            digits.substring(0, at) + candidate.text() + digits.substring(at),
                            base + Math.max(0.1, cost));
                }
            }
        }
    }

    private static void byReader(
            Map<Long, Double> costs, String digits, int at, List<Candidate> candidates, double base) {
        double top = Math.max(LEAST_PROBABLE, candidates.getFirst().p());
        for (Candidate candidate : candidates) {
            if (candidate.text().isEmpty() && digits.length() > FEWEST_DIGITS) {
                double cost = Math.log(top / Math.max(LEAST_PROBABLE, candidate.p()));
                put(costs, digits.substring(0, at) + digits.substring(at + 1), base + Math.max(0.1, cost));
                continue;
            }
            char digit = candidate.text().length() == 1 ? candidate.text().charAt(0) : 0;
            if (digit != 0 && !Digits.isDigit(digit)) {
                digit = Digits.meant(digit);
            }
            if (digit != 0) {
                double cost = Math.log(top / Math.max(LEAST_PROBABLE, candidate.p()));
                put(costs, digits.substring(0, at) + digit + digits.substring(at + 1), base + Math.max(0, cost));
            }
        }
    }

    /** The reader's alternatives for each digit of the token, or nothing if it gave none. */
    private static List<List<Candidate>> symbols(Row row, Token token, int digits) {
        Piece piece = row.pieceAt(token.start());
        if (piece.symbols().isEmpty()) {
            return List.of();
        }
        int offset = row.startOf(piece);
        List<List<Candidate>> found = new ArrayList<>();
        for (int at = token.start(); at < token.end() && found.size() < digits; at++) {
            char c = row.text().charAt(at);
            int index = at - offset;
            boolean digit = Digits.isDigit(c) || Digits.meant(c) != 0;
            if (digit && index >= 0 && index < piece.symbols().size()) {
                found.add(piece.symbols().get(index).candidates());
            }
        }
        return found.size() == digits ? found : List.of();
    }

    private static void put(Map<Long, Double> costs, String digits, double cost) {
        if (!digits.isEmpty() && digits.length() <= MOST_DIGITS) {
            costs.merge(Long.parseLong(digits), cost, Math::min);
        }
    }
}
