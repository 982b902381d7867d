package pl.paragon.analysis.grammar.abroad;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pl.paragon.analysis.draft.Draft;
import pl.paragon.analysis.draft.DraftItem;
import pl.paragon.analysis.draft.DraftPayment;
import pl.paragon.analysis.draft.Labelled;
import pl.paragon.analysis.engine.Checkpoint;
import pl.paragon.analysis.figure.Alternatives;
import pl.paragon.analysis.grammar.closing.VatRow;
import pl.paragon.analysis.grammar.closing.VatTable;
import pl.paragon.analysis.grammar.goods.ItemsReader;
import pl.paragon.analysis.grammar.goods.ItemsReader.Goods;
import pl.paragon.analysis.grammar.head.Dates;
import pl.paragon.analysis.grammar.head.Head;
import pl.paragon.analysis.grammar.line.Line;
import pl.paragon.analysis.lexicon.Lexicon;
import pl.paragon.analysis.lexicon.SaidOfAmount;
import pl.paragon.analysis.lexicon.SaidOfAmount.Role;
import pl.paragon.analysis.lexicon.Token;
import pl.paragon.analysis.lexicon.Token.Kind;
import pl.paragon.analysis.rows.Printout;
import pl.paragon.analysis.rows.Row;
import pl.paragon.analysis.rows.Trace;
import pl.paragon.analysis.spelling.Spelling;

/**
 * Reads receipts that are not Polish, English and German ones among them. Their layouts have little in common but that
 * words stand before amounts; and tax letters are any of the alphabet; so every amount is weighed by its words and by
 * what agrees with it: a total plus its rounding, what was paid less the change, the lines' sum.
 */
public final class InternationalGrammar {

    private static final List<String> COUNTS = List.of("tot", "item", "posten", "anzahl");

    private final Lexicon lexicon = new Lexicon();
    private final SaidOfAmount said = new SaidOfAmount();
    private final Clock clock;

    public InternationalGrammar(Clock clock) {
        this.clock = clock;
    }

    public List<Draft> read(Printout printout, Checkpoint checkpoint) {
        List<Line> lines = Line.all(printout, lexicon, checkpoint);
        TotalEvidence evidence = new TotalEvidence(checkpoint);
        VatTable vat = new VatTable();
        List<Trace> unreadable = new ArrayList<>();
        int firstTotal = lines.size();
        for (int i = 0; i < lines.size(); i++) {
            checkpoint.pass();
            Line line = lines.get(i);
            VatRow table = VatRow.of(line);
            if (table.rate() != null && table.amounts().size() >= 3) {
                vat.row(line, table);
            }
            if (needsAnAmount(line) && line.endsWithDecimals() && line.hasPlainNumber()) {
                unreadable.add(Trace.of(line.row()));
            }
            boolean speaks = weigh(lines, i, evidence);
            if (speaks && firstTotal == lines.size()) {
                firstTotal = i;
            }
        }
        Goods goods = ItemsReader.read(lines.subList(0, firstTotal), false, false, Spelling.asRead(), checkpoint);
        List<Labelled> summary = evidence.candidates();
        List<DraftPayment> payments = evidence.payments();
        Dates.DateAndTime when = new Dates(LocalDate.now(clock).plusDays(1), checkpoint).find(printout.rows());
        Head head = Head.read(lines, lines.subList(0, Math.min(6, lines.size())));
        return List.of(new Draft(
                head.storeName(),
                head.address(),
                null,
                head.number(),
                when.date(),
                when.time(),
                currency(printout),
                goods.items().stream().map(DraftItem::withoutLetters).toList(),
                goods.discounts(),
                vat.rows(),
                summary,
                List.of(),
                payments,
                true,
                goods.strays(),
                unreadable));
    }

    /** Whether its words ask for an amount that it does not have. */
    private boolean needsAnAmount(Line line) {
        SaidOfAmount.Said words = said.of(line.text());
        boolean speaks = words != null
                && switch (words.role()) {
                    case TOTAL, PAID, CHANGE -> true;
                    case SUBTOTAL, TAX, ROUNDING, TABLE, NONE -> false;
                };
        return speaks && line.amounts() == 0;
    }

    /** Weighs the amounts of a row by the words before each; says whether the row speaks of a total. */
    private boolean weigh(List<Line> lines, int index, TotalEvidence evidence) {
        Line line = lines.get(index);
        SaidOfAmount.Said head = said.of(line.text());
        if (head != null && head.role() == Role.TABLE) {
            evidence.tableBegins();
            return false;
        }
        boolean speaks = false;
        int from = 0;
        long amounts = line.amounts();
        for (int t = 0; t < line.tokens().size(); t++) {
            Token token = line.tokens().get(t);
            boolean percent =
                    t + 1 < line.tokens().size() && line.tokens().get(t + 1).is(Kind.PERCENT);
            if (token.is(Kind.INTEGER) && !percent) {
                from = token.end();
            } else if (token.is(Kind.AMOUNT) && !percent) {
                SaidOfAmount.Said words = said.of(line.text().substring(Math.min(from, token.start()), token.start()));
                if (words == null) {
                    words = head;
                }
                evidence.add(words, Alternatives.amount(line.row(), token), (int) amounts);
                speaks |= words != null
                        && (words.role() == Role.TOTAL || words.role() == Role.SUBTOTAL || words.role() == Role.PAID);
                from = token.end();
            }
        }
        if (amounts == 0 && head != null && head.role() == Role.TOTAL) {
            torn(lines, index, head, evidence);
        }
        return speaks;
    }

    /** Whether goods end here: a total, or a count of them. */
    private static boolean ends(SaidOfAmount.Said words) {
        return switch (words.role()) {
            case TOTAL, SUBTOTAL, PAID -> true;
            case NONE -> COUNTS.stream().anyMatch(words.letters()::startsWith);
            case TAX, ROUNDING, CHANGE, TABLE -> false;
        };
    }

    /** The words lost their amount to the row above or below. */
    private void torn(List<Line> lines, int index, SaidOfAmount.Said words, TotalEvidence evidence) {
        for (int neighbour : new int[] {index + 1, index - 1}) {
            if (neighbour >= 0 && neighbour < lines.size()) {
                Line line = lines.get(neighbour);
                if (line.amounts() == 1 && line.letters() <= 2) {
                    evidence.add(words, Alternatives.amount(line.row(), line.lastAmount()), 1);
                    return;
                }
            }
        }
    }

    private static String currency(Printout printout) {
        String text = printout.text().toUpperCase(Locale.ROOT);
        if (text.contains("EUR") || text.contains("€") || text.contains("MWST")) {
            return "EUR";
        }
        if (printout.rows().stream()
                .map(Row::text)
                .anyMatch(t -> t.matches(".*\\bRM ?[:\\d(].*|.*\\(RM\\).*|.*(?i:sdn\\.? bhd).*"))) {
            return "MYR";
        }
        return text.contains("$") ? "USD" : text.contains("£") ? "GBP" : null;
    }
}
