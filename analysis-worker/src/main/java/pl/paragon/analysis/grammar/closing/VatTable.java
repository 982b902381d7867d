package pl.paragon.analysis.grammar.closing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.paragon.analysis.draft.DraftVat;
import pl.paragon.analysis.draft.Rate;
import pl.paragon.analysis.figure.Alternative;
import pl.paragon.analysis.figure.Alternatives;
import pl.paragon.analysis.figure.Figure;
import pl.paragon.analysis.grammar.line.Line;
import pl.paragon.analysis.rows.Trace;

/**
 * Collects the tax rows by their letters. Fiscal prints have "SPRZEDAŻ OPODATKOWANA A" with the sales and "PTU A 23%"
 * with the tax; copies in some apps have "PTU A" with the sales and "Kwota A 23%" with the tax: what bears a percentage
 * is the tax.
 */
public final class VatTable {

    private static final class Entry {
        private Rate rate;
        private boolean exempt;
        private Figure net;
        private Figure tax;
        private Figure gross;
        private Trace trace;
    }

    private final Map<Character, Entry> entries = new LinkedHashMap<>();

    /** Sales whose letter was not legible: the next tax without sales tells it. */
    private final List<Figure> unnamed = new ArrayList<>();

    private char previous;

    void gross(VatRow row, Figure figure) {
        if (row.letter() == 0 && row.rate() == null) {
            unnamed.add(figure);
            return;
        }
        char letter = letter(row);
        Entry entry = entry(letter, figure.trace());
        entry.exempt = entry.exempt || row.letter() == 'E' && row.rate() == null;
        if (entry.gross == null) {
            entry.gross = figure;
        }
        previous = letter;
    }

    void tax(VatRow row, Figure figure) {
        if (row.rate() == null && row.letter() != 0 && noTaxYet(row.letter())) {
            gross(row, figure);
            return;
        }
        Entry entry = entry(letter(row), figure.trace());
        if (entry.gross == null && !unnamed.isEmpty()) {
            entry.gross = unnamed.removeFirst();
        }
        if (row.rate() != null) {
            entry.rate = row.rate();
            entry.exempt = false;
        }
        if (entry.tax == null) {
            entry.tax = figure;
        }
    }

    /** A row with rate, gross, net and tax in some order: the tax is the least, the gross the greatest. */
    public void row(Line line, VatRow row) {
        List<Figure> figures = new ArrayList<>(
                row.amounts().subList(row.amounts().size() - 3, row.amounts().size()).stream()
                        .map(token -> Alternatives.amount(line.row(), token))
                        .toList());
        figures.sort(Comparator.comparingLong(Figure::value));
        Entry entry = entry(letter(row), Trace.of(line.row()));
        entry.rate = row.rate();
        entry.tax = figures.get(0);
        entry.net = figures.get(1);
        entry.gross = figures.get(2);
    }

    boolean hasTaxes() {
        return entries.values().stream().anyMatch(e -> e.tax != null);
    }

    /**
     * The sum of the sales of all letters, which is the total; empty if the sales of one are not legible. It stands
     * where the first of them stands.
     */
    Optional<Figure> sales() {
        List<Figure> sales = entries.values().stream().map(e -> e.gross).toList();
        if (sales.isEmpty() || sales.contains(null)) {
            return Optional.empty();
        }
        long sum = sales.stream().mapToLong(Figure::value).sum();
        return Optional.of(
                new Figure(List.of(new Alternative(sum, 0)), sales.getFirst().trace()));
    }

    public List<DraftVat> rows() {
        return entries.entrySet().stream()
                .map(e -> new DraftVat(
                        e.getKey(),
                        e.getValue().rate,
                        e.getValue().exempt,
                        e.getValue().net,
                        e.getValue().tax,
                        e.getValue().gross,
                        e.getValue().trace))
                .toList();
    }

    private boolean noTaxYet(char letter) {
        Entry entry = entries.get(letter);
        return entry == null || entry.gross == null;
    }

    private Entry entry(char letter, Trace trace) {
        Entry entry = entries.computeIfAbsent(letter, l -> new Entry());
        if (entry.trace == null) {
            entry.trace = trace;
        }
        return entry;
    }

    /** If the letter is not legible the rate tells it, or the row before. */
    private char letter(VatRow row) {
        if (row.letter() != 0) {
            return row.letter();
        }
        if (row.rate() != null) {
            for (Map.Entry<Character, Entry> e : entries.entrySet()) {
                if (e.getValue().rate != null
                        && e.getValue().rate.percent().compareTo(row.rate().percent()) == 0) {
                    return e.getKey();
                }
            }
            char byRate =
                    switch (row.rate().percent().intValue()) {
                        case 22, 23 -> 'A';
                        case 7, 8 -> 'B';
                        case 5 -> 'C';
                        case 0 -> 'D';
                        default -> 0;
                    };
            if (byRate != 0 && (!entries.containsKey(byRate) || entries.get(byRate).tax == null)) {
                return byRate;
            }
        }
        if (previous != 0) {
            return previous;
        }
        return 'A';
    }
}
