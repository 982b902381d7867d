package pl.paragon.analysis.grammar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pl.paragon.analysis.draft.Draft;
import pl.paragon.analysis.draft.Field;
import pl.paragon.analysis.draft.Labelled;
import pl.paragon.analysis.engine.Checkpoint;
import pl.paragon.analysis.grammar.closing.PaymentsReader;
import pl.paragon.analysis.grammar.closing.PaymentsReader.Payments;
import pl.paragon.analysis.grammar.closing.SummaryReader;
import pl.paragon.analysis.grammar.closing.SummaryReader.Summary;
import pl.paragon.analysis.grammar.goods.ItemsReader;
import pl.paragon.analysis.grammar.goods.ItemsReader.Goods;
import pl.paragon.analysis.grammar.head.Dates;
import pl.paragon.analysis.grammar.head.Head;
import pl.paragon.analysis.grammar.head.NipFinder;
import pl.paragon.analysis.grammar.line.Line;
import pl.paragon.analysis.lexicon.Folding;
import pl.paragon.analysis.lexicon.Label;
import pl.paragon.analysis.lexicon.Label.Section;
import pl.paragon.analysis.lexicon.Lexicon;
import pl.paragon.analysis.rows.Printout;
import pl.paragon.analysis.rows.Row;
import pl.paragon.analysis.rows.Trace;
import pl.paragon.analysis.spelling.Spelling;
import pl.paragon.analysis.store.StoreDirectory;

/** Reads a Polish receipt section by section. */
final class PolishGrammar {

    private static final Pattern POLISH =
            Pattern.compile("paragon|fiskaln|sprzed|opodat|\\bptu\\b|suma|razem|ogolem|\\bpln\\b|\\bnip\\b"
                    + "|gotowk|reszta|platnosc|rabat|opust|kasjer|zaplat|\\bul\\.|zakup|podatek");
    private static final Pattern FOREIGN =
            Pattern.compile("\\bgst\\b|\\btotal\\b|\\bcash\\b|\\bchange\\b|\\bsdn\\b|invoice|\\bmwst\\b|summe"
                    + "|zahlen|\\bust\\b|strasse|\\beur\\b|thank you|cashier|receipt");

    /** Whose tills print the kind of an article behind its name. */
    private static final String PRINTS_KINDS = "Rossmann";

    private final Lexicon lexicon = new Lexicon();
    private final Clock clock;
    private final NipFinder nips;
    private final StoreDirectory stores;
    private final Spelling spelling;

    PolishGrammar(Clock clock, StoreDirectory stores, Spelling spelling) {
        this.clock = clock;
        this.nips = new NipFinder(stores);
        this.stores = stores;
        this.spelling = spelling;
    }

    /** Whether enough of the rows are those of a Polish receipt. */
    boolean speaks(Printout printout) {
        return votes(printout.rows()) > 0;
    }

    /** How many more of the rows have words of Polish receipts than of others. */
    static int votes(List<Row> rows) {
        int votes = 0;
        for (Row row : rows) {
            String text = Folding.fold(row.text());
            votes += POLISH.matcher(text).find() ? 1 : 0;
            votes -= FOREIGN.matcher(text).find() ? 1 : 0;
        }
        return votes;
    }

    /** All ways to understand the rows; the arithmetic tells which is right. */
    List<Draft> read(Printout printout, Checkpoint checkpoint) {
        List<Line> lines = Line.all(printout, lexicon, checkpoint);
        Sections sections = Sections.of(lines);
        List<Line> block = new ArrayList<>();
        List<Line> rest = new ArrayList<>();
        split(sections.summary(), block, rest);
        List<Line> goodsLines = sections.goods();
        List<Line> subtotals =
                goodsLines.stream().filter(l -> l.is(Label.SUBTOTAL)).toList();
        Goods goods = ItemsReader.read(
                goodsLines,
                lines.stream().anyMatch(l -> l.is(Label.COLUMNS)),
                stores.names(printout.rows().stream().map(Row::text).toList(), PRINTS_KINDS),
                spelling.forPrint(text(goodsLines)),
                checkpoint);
        rest.addAll(0, goods.deposits());
        Payments payments = PaymentsReader.read(rest);
        Dates.DateAndTime when = new Dates(LocalDate.now(clock).plusDays(1), checkpoint).find(printout.rows());
        Head head = Head.read(lines, sections.head());
        Field<String> nip = nips.find(printout.rows(), checkpoint);
        return SummaryReader.read(block, subtotals).stream()
                .map(summary -> draft(head, nip, when, goods, summary, payments))
                .toList();
    }

    private static String text(List<Line> lines) {
        return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
    }

    private static Draft draft(
            Head head, Field<String> nip, Dates.DateAndTime when, Goods goods, Summary summary, Payments payments) {
        List<Labelled> labelled = new ArrayList<>(summary.labelled());
        labelled.addAll(payments.labelled());
        List<Trace> unreadable = new ArrayList<>(goods.unreadable());
        unreadable.addAll(summary.unreadable());
        unreadable.addAll(payments.unreadable());
        return new Draft(
                head.storeName(),
                head.address(),
                nip,
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
                false,
                goods.strays(),
                unreadable);
    }

    /**
     * The block of taxes and totals goes up to the first fiscal total with its amount, and what still belongs to it.
     */
    private static void split(List<Line> summary, List<Line> block, List<Line> rest) {
        boolean payments = false;
        for (Line line : summary) {
            payments = payments || line.isOf(Section.SETTLEMENT);
            (payments ? rest : block).add(line);
        }
    }
}
