package pl.paragon.analysis.grammar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import pl.paragon.analysis.draft.Draft;
import pl.paragon.analysis.draft.Labelled;
import pl.paragon.analysis.grammar.ItemsReader.Goods;
import pl.paragon.analysis.grammar.PaymentsReader.Payments;
import pl.paragon.analysis.grammar.SummaryReader.Summary;
import pl.paragon.analysis.lexicon.Label;
import pl.paragon.analysis.lexicon.Lexicon;
import pl.paragon.analysis.rows.Printout;

/** Reads a Polish receipt section by section. */
public final class PolishGrammar {

    private final Lexicon lexicon = new Lexicon();
    private final Clock clock;

    public PolishGrammar(Clock clock) {
        this.clock = clock;
    }

    public Draft read(Printout printout) {
        List<Line> lines =
                printout.rows().stream().map(row -> Line.of(row, lexicon)).toList();
        Sections sections = Sections.of(lines);
        List<Line> block = new ArrayList<>();
        List<Line> rest = new ArrayList<>();
        split(sections.summary(), block, rest);
        List<Line> goodsLines = new ArrayList<>(sections.goods());
        List<Line> subtotals =
                goodsLines.stream().filter(l -> l.is(Label.SUBTOTAL)).toList();
        goodsLines.removeAll(subtotals);
        Goods goods = ItemsReader.read(goodsLines);
        Summary summary = SummaryReader.read(block, subtotals);
        Payments payments = PaymentsReader.read(rest);
        List<Labelled> labelled = new ArrayList<>(summary.labelled());
        labelled.addAll(payments.labelled());
        Dates.DateAndTime when = new Dates(LocalDate.now(clock).plusDays(1)).find(printout.rows());
        Head head = Head.read(lines, sections.head());
        return new Draft(
                head.storeName(),
                head.address(),
                NipFinder.find(printout.rows()),
                head.number(),
                when.date(),
                when.time(),
                "PLN",
                goods.items(),
                goods.discounts(),
                summary.vat().rows(),
                labelled,
                payments.deposits(),
                payments.payments(),
                goods.strays());
    }

    /** The block of taxes and totals goes up to the first fiscal total with its amount, and what still belongs to it. */
    private static void split(List<Line> summary, List<Line> block, List<Line> rest) {
        boolean payments = false;
        for (Line line : summary) {
            payments = payments || begins(line);
            (payments ? rest : block).add(line);
        }
    }

    private static boolean begins(Line line) {
        return line.label() != null
                && switch (line.label()) {
                    case DEPOSIT_HEAD,
                            DEPOSIT_RETURN_HEAD,
                            DEPOSIT,
                            DEPOSIT_TOTAL,
                            PAYMENT_HEAD,
                            PAYMENT,
                            PAID,
                            CHANGE,
                            DUE,
                            NON_FISCAL -> true;
                    case FISCAL_TITLE,
                            COLUMNS,
                            VAT_GROSS,
                            VAT_TAX,
                            VAT_TOTAL,
                            VAT_TABLE,
                            TOTAL,
                            SUBTOTAL,
                            DISCOUNT,
                            DISCOUNTS,
                            INFORMATION,
                            VOID -> false;
                };
    }
}
