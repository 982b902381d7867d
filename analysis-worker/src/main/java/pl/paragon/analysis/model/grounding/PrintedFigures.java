package pl.paragon.analysis.model.grounding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import pl.paragon.analysis.figure.Alternatives;
import pl.paragon.analysis.figure.Figure;
import pl.paragon.analysis.lexicon.Lexer;
import pl.paragon.analysis.lexicon.ThousandsGroups;
import pl.paragon.analysis.lexicon.Token;
import pl.paragon.analysis.lexicon.Token.Kind;
import pl.paragon.analysis.rows.Row;

/**
 * Looks up, among the printed numbers of a row, the one that a model names. What is found is the print, with its place
 * and with all that the reader says it may be; the model's own number is forgotten. Each print serves one purpose, so
 * nothing is counted twice.
 */
final class PrintedFigures {

    /**
     * A digit that the reader itself holds possible, or one that is easily taken for the one that was read; anything
     * beyond is another number.
     */
    private static final double MOST_COST = 5;

    private record Match(Row row, Token token, Figure figure, double cost) {}

    /** A print by its place. */
    private record Place(int row, int start) {}

    /** @param token its print on the row */
    record Found(Row row, Token token, Figure figure) {}

    private final List<Row> rows;
    private final Set<Place> taken = new HashSet<>();
    private final Set<Integer> rowsTaken = new HashSet<>();

    PrintedFigures(List<Row> rows) {
        this.rows = rows;
    }

    /** The row of this number, if there is one. */
    Optional<Row> row(Integer number) {
        return number == null || number < 1 || number > rows.size()
                ? Optional.empty()
                : Optional.of(rows.get(number - 1));
    }

    /** The last print on the row that is this amount, whichever sign it bears; it is taken. */
    Optional<Found> take(Row row, BigDecimal zlote) {
        Optional<Found> found = amount(row, zlote, row.text().length());
        found.ifPresent(this::take);
        return found;
    }

    /** The last print before this place that is the amount; it is not taken. */
    Optional<Found> amount(Row row, BigDecimal zlote, int before) {
        OptionalLong grosze = Amounts.grosze(zlote);
        if (grosze.isEmpty()) {
            return Optional.empty();
        }
        List<Match> matches = new ArrayList<>();
        List<Token> tokens = Lexer.tokens(row.text());
        Stream<Token> withGroups = Stream.concat(tokens.stream(), ThousandsGroups.joinedAfterWords(tokens).stream());
        for (Token token : withGroups.distinct().toList()) {
            boolean amount = token.is(Kind.AMOUNT) || token.is(Kind.DECIMAL) || token.is(Kind.CLOCK);
            if (amount && token.end() <= before && !taken.contains(place(row, token))) {
                match(row, token, grosze.getAsLong(), matches);
            }
        }
        return best(matches);
    }

    /** The first print on the row that is this quantity and stands before this place; it is not taken. */
    Optional<Found> quantity(Row row, BigDecimal quantity, int before) {
        OptionalLong thousandths = Amounts.thousandths(quantity);
        if (thousandths.isEmpty()) {
            return Optional.empty();
        }
        for (Token token : Lexer.tokens(row.text())) {
            if (token.isNumber() && token.end() <= before && !taken.contains(place(row, token))) {
                Figure figure = Alternatives.quantity(row, token);
                if (figure.value() == thousandths.getAsLong()) {
                    return Optional.of(new Found(row, token, figure));
                }
            }
        }
        return Optional.empty();
    }

    void take(Found found) {
        taken.add(place(found.row, found.token));
        rowsTaken.add(found.row.number());
    }

    boolean isTaken(Row row) {
        return rowsTaken.contains(row.number());
    }

    /** The amount of a row that has nothing else; it is taken. */
    Optional<Found> takeLoneAmount(Row row) {
        List<Token> tokens = Lexer.tokens(row.text());
        boolean lone = tokens.size() == 1
                && tokens.getFirst().is(Kind.AMOUNT)
                && !tokens.getFirst().negative();
        if (!lone || isTaken(row)) {
            return Optional.empty();
        }
        Found found = new Found(row, tokens.getFirst(), Alternatives.amount(row, tokens.getFirst()));
        take(found);
        return Optional.of(found);
    }

    /** The amounts of a row as read, in grosze. */
    static List<Long> plainAmounts(Row row) {
        return Lexer.tokens(row.text()).stream()
                .filter(t -> t.is(Kind.AMOUNT))
                .map(t -> Alternatives.amount(row, t).value())
                .toList();
    }

    private static void match(Row row, Token token, long grosze, List<Match> matches) {
        Figure figure = Alternatives.amount(row, token);
        OptionalDouble cost = figure.cost(figure.value() < 0 ? -grosze : grosze);
        if (cost.isPresent() && cost.getAsDouble() <= MOST_COST) {
            matches.add(new Match(row, token, figure, cost.getAsDouble()));
        }
    }

    /** The cheapest; of equals the last. */
    private static Optional<Found> best(List<Match> matches) {
        Match best = null;
        for (Match match : matches) {
            if (best == null || match.cost <= best.cost) {
                best = match;
            }
        }
        return Optional.ofNullable(best).map(m -> new Found(m.row, m.token, m.figure));
    }

    private static Place place(Row row, Token token) {
        return new Place(row.number(), token.start());
    }
}
