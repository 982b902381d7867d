package pl.paragon.analysis.grammar.division;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import pl.paragon.analysis.engine.Checkpoint;
import pl.paragon.analysis.grammar.division.Sequence.Receipt;
import pl.paragon.analysis.grammar.division.SignedRow.Region;
import pl.paragon.analysis.grammar.head.NipFinder;
import pl.paragon.analysis.lexicon.Lexicon;
import pl.paragon.analysis.rows.Printout;
import pl.paragon.analysis.rows.Row;
import pl.paragon.analysis.rows.RowAssembler;
import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.RecognizedText;
import pl.paragon.contracts.text.TextLine;

/** Divides what was read from a file into its receipts, in reading order. Safe for use by several threads. */
public final class Divider {

    /** Receipts beside each other, under which others lie beside each other: nobody lays them out in more levels. */
    private static final int LEVELS = 3;

    private final Signs signs = new Signs();
    private final Lexicon lexicon = new Lexicon();
    private final Clock clock;
    private final NipFinder nips;
    private final ToIntFunction<List<Row>> polish;

    /** @param polish how many more of some rows are Polish than are not */
    public Divider(Clock clock, NipFinder nips, ToIntFunction<List<Row>> polish) {
        this.clock = clock;
        this.nips = nips;
        this.polish = polish;
    }

    /** Each receipt for itself; the text as it is if there is but one. */
    public List<Part> divide(RecognizedText text, Checkpoint checkpoint) {
        Heads heads = new Heads(nips, LocalDate.now(clock).plusDays(1), checkpoint);
        SignedRows rows = new SignedRows(signs, lexicon, polish, checkpoint);
        return new Division(heads, rows, new Columns(rows, checkpoint), checkpoint).of(text, LEVELS);
    }

    private record Division(Heads heads, SignedRows signed, Columns columns, Checkpoint checkpoint) {

        List<Part> of(RecognizedText text, int levels) {
            List<TurnedPrint> pages = text.pages().stream()
                    .map(page -> TurnedPrint.of(page, signed))
                    .toList();
            List<Region> regions = new ArrayList<>();
            List<Page> own = new ArrayList<>();
            for (TurnedPrint page : pages) {
                own.add(page.upright());
                own.addAll(page.others());
                regions.addAll(regions(columns.of(page.upright())));
                page.others().forEach(other -> regions.add(new Region(other, false)));
                page.receipts().forEach(receipt -> regions.add(new Region(receipt, true)));
            }
            List<Part> parts = of(new RecognizedText(text.engine(), own), rows(regions), levels);
            boolean unread = pages.stream().anyMatch(TurnedPrint::isUnread);
            return unread ? parts.stream().map(Part::besideUnreadPrint).toList() : parts;
        }

        /** @param text of all these rows if they are of one receipt */
        private List<Part> of(RecognizedText text, List<SignedRow> rows, int levels) {
            List<Receipt> receipts = new Sequence(rows, heads, checkpoint).receipts();
            if (receipts.size() == 1) {
                return List.of(
                        new Part(text, printout(rows), receipts.getFirst().doubt()));
            }
            List<Part> parts = new ArrayList<>();
            for (int i = 0; i < receipts.size(); i++) {
                int end = i + 1 < receipts.size() ? receipts.get(i + 1).start() : rows.size();
                List<SignedRow> own = rows.subList(receipts.get(i).start(), end);
                RecognizedText part = new RecognizedText(text.engine(), pages(own));
                List<List<Page>> columnsOfPart =
                        part.pages().stream().map(columns::of).toList();
                boolean oneColumn = columnsOfPart.stream().allMatch(pages -> pages.size() == 1);
                parts.addAll(
                        oneColumn || levels == 1
                                ? List.of(new Part(
                                        part, printout(own), receipts.get(i).doubt()))
                                : of(
                                        part,
                                        rows(columnsOfPart.stream()
                                                .flatMap(page -> regions(page).stream())
                                                .toList()),
                                        levels - 1));
            }
            return parts;
        }

        private static List<Region> regions(List<Page> columns) {
            return columns.stream()
                    .map(column -> new Region(column, column != columns.getFirst()))
                    .toList();
        }

        private List<SignedRow> rows(List<Region> regions) {
            return regions.stream()
                    .flatMap(region -> signed.of(region).stream())
                    .toList();
        }

        private static Printout printout(List<SignedRow> rows) {
            return RowAssembler.printout(rows.stream().map(SignedRow::row).toList());
        }

        /** The pages on which these rows stand, with no other rows, and their lines in the order in which they were. */
        private static List<Page> pages(List<SignedRow> rows) {
            List<Page> pages = new ArrayList<>();
            int i = 0;
            while (i < rows.size()) {
                Region region = rows.get(i).region();
                Set<TextLine> lines = Collections.newSetFromMap(new IdentityHashMap<>());
                while (i < rows.size() && rows.get(i).region() == region) {
                    lines.addAll(rows.get(i).lines());
                    i++;
                }
                pages.add(region.page()
                        .withLines(region.page().lines().stream()
                                .filter(lines::contains)
                                .toList()));
            }
            return pages;
        }
    }
}
