package pl.paragon.analysis.grammar.closing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pl.paragon.analysis.draft.Labelled;
import pl.paragon.analysis.figure.Alternative;
import pl.paragon.analysis.figure.Alternatives;
import pl.paragon.analysis.figure.Figure;
import pl.paragon.analysis.grammar.line.Line;
import pl.paragon.analysis.lexicon.Folding;
import pl.paragon.analysis.lexicon.Label;
import pl.paragon.analysis.lexicon.Sum;
import pl.paragon.analysis.lexicon.Token;
import pl.paragon.analysis.lexicon.Token.Kind;
import pl.paragon.analysis.rows.Row;
import pl.paragon.analysis.rows.Trace;

/**
 * Reads the tax table and the totals. Words and amounts stand in two columns; where paper curls so much that a word
 * lost its amount to a neighbour, both columns are paired in their order instead.
 */
public final class SummaryReader {

    private static final Set<Label> VALUED =
            EnumSet.of(Label.VAT_GROSS, Label.VAT_TAX, Label.VAT_TOTAL, Label.TOTAL, Label.SUBTOTAL, Label.DISCOUNTS);

    /** A plain "Suma" under the tax rows may be the sum of the taxes. */
    private static final double AMBIGUOUS = 0.7;

    private static final Pattern DIGITS = Pattern.compile("(?<![\\d.,:-])(\\d{0,4}) ?(\\d{2})$");

    private final VatTable vat = new VatTable();
    private final List<Labelled> labelled = new ArrayList<>();
    private final List<Trace> unreadable = new ArrayList<>();

    /** @param unreadable rows with a number where an amount should stand */
    public record Summary(VatTable vat, List<Labelled> labelled, List<Trace> unreadable) {}

    private record Value(Row row, Token token) {}

    /** By rows; if there are as many words as amounts but they do not share their rows, also paired in order. */
    public static List<Summary> read(List<Line> block, List<Line> subtotals) {
        List<Line> labels = block.stream().filter(SummaryReader::isValued).toList();
        List<Value> values = values(block);
        boolean aligned = labels.stream().allMatch(l -> value(l) != null) && labels.size() == values.size();
        Summary byRow = new SummaryReader().read(block, subtotals, List.of());
        if (aligned || labels.size() != values.size()) {
            return List.of(byRow);
        }
        return List.of(byRow, new SummaryReader().read(block, subtotals, values));
    }

    /** @param ordered the amounts for the words in their order; empty if the rows tell */
    private Summary read(List<Line> block, List<Line> subtotals, List<Value> ordered) {
        subtotals.forEach(line -> label(line, value(line)));
        int next = 0;
        for (Line line : block) {
            boolean paired = !ordered.isEmpty() && isValued(line);
            take(line, paired ? ordered.get(next++) : value(line));
        }
        if (labelled.stream().noneMatch(l -> l.role() == Sum.TOTAL)) {
            vat.sales().map(Labelled::totalIfProved).ifPresent(labelled::add);
        }
        return new Summary(vat, labelled, unreadable);
    }

    private static boolean isValued(Line line) {
        return line.label() != null && VALUED.contains(line.label());
    }

    /** The amounts of the block in their order, one a row. */
    private static List<Value> values(List<Line> block) {
        List<Value> values = new ArrayList<>();
        for (Line line : block) {
            Value value = value(line);
            if (value != null && value.token.is(Kind.AMOUNT)) {
                values.add(value);
            }
        }
        return values;
    }

    private static Value value(Line line) {
        List<Token> amounts = VatRow.of(line).amounts();
        return amounts.isEmpty() ? null : new Value(line.row(), amounts.getLast());
    }

    private void take(Line line, Value value) {
        VatRow row = VatRow.of(line);
        boolean table = row.amounts().size() >= 3 && row.rate() != null;
        if (table) {
            vat.row(line, row);
        } else if (line.label() != null) {
            label(line, value);
        } else if (row.rate() != null && line.hasPlainNumber()) {
            unreadable.add(Trace.of(line.row()));
        }
    }

    private void label(Line line, Value value) {
        if (value == null) {
            Optional<Labelled> digits =
                    line.is(Label.TOTAL) ? digits(line).map(Labelled::totalIfProved) : Optional.empty();
            digits.ifPresent(labelled::add);
            if (digits.isEmpty() && isValued(line) && line.hasPlainNumber()) {
                unreadable.add(Trace.of(line.row()));
            }
            return;
        }
        Figure figure = Alternatives.amount(value.row, value.token);
        if (line.is(Label.VAT_GROSS)) {
            vat.gross(VatRow.of(line), figure);
        } else if (line.is(Label.VAT_TAX)) {
            vat.tax(VatRow.of(line), figure);
        } else if (line.is(Label.TOTAL)) {
            total(line, figure);
        } else {
            line.label().role().ifPresent(role -> labelled.add(new Labelled(role, signed(role, figure), 0)));
        }
    }

    /** A printed sum of discounts is positive here, whichever way it is printed. */
    private static Figure signed(Sum role, Figure figure) {
        return role == Sum.DISCOUNTS && figure.value() < 0 ? figure.negated() : figure;
    }

    /**
     * The digits behind a total's words where its comma, or what stood before it, was not read: {@code SUMA PLN 8 36}.
     */
    private static Optional<Figure> digits(Line line) {
        Matcher digits = DIGITS.matcher(line.text());
        if (!digits.find()) {
            return Optional.empty();
        }
        long grosze = Long.parseLong(digits.group(1) + digits.group(2));
        Trace trace = Trace.of(line.row(), digits.start(), digits.end());
        return Optional.of(new Figure(List.of(new Alternative(grosze, 0)), trace));
    }

    private void total(Line line, Figure figure) {
        boolean plain = Folding.letters(line.text()).replaceAll("\\d", "").equals("suma");
        boolean afterTaxes = vat.hasTaxes() && labelled.stream().noneMatch(l -> l.role() == Sum.TAX);
        if (plain && afterTaxes) {
            labelled.add(new Labelled(Sum.TAX, figure, AMBIGUOUS));
        }
        labelled.add(new Labelled(Sum.TOTAL, figure, plain && afterTaxes ? AMBIGUOUS : 0));
    }
}
