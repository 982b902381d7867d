package pl.paragon.analysis.grammar;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import pl.paragon.analysis.grammar.line.Line;
import pl.paragon.analysis.lexicon.Folding;
import pl.paragon.analysis.lexicon.Label;

/**
 * The parts of a Polish receipt: head, goods, and everything behind them.
 *
 * @param head rows before the goods
 * @param goods rows from the title (or from the top, where there is none) to the first row of the summary
 * @param summary tax table, totals, deposits, payments and what follows
 */
record Sections(List<Line> head, List<Line> goods, List<Line> summary) {

    private static final Set<Label> TITLES = EnumSet.of(Label.FISCAL_TITLE, Label.NON_FISCAL);
    private static final Set<Label> ENDS = EnumSet.of(
            Label.VAT_GROSS,
            Label.VAT_TABLE,
            Label.VAT_TOTAL,
            Label.TOTAL,
            Label.DISCOUNTS,
            Label.DUE,
            Label.PAYMENT_HEAD);

    static Sections of(List<Line> lines) {
        int start = start(lines);
        int end = end(lines, start);
        return new Sections(lines.subList(0, start), lines.subList(start, end), lines.subList(end, lines.size()));
    }

    private static int start(List<Line> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).is(Label.COLUMNS) || isTitle(lines.get(i))) {
                int next = i + 1;
                while (next < lines.size()
                        && (isTitle(lines.get(next)) || lines.get(next).is(Label.COLUMNS))) {
                    next++;
                }
                return next;
            }
            if (endsGoods(lines.get(i))) {
                return 0;
            }
        }
        return 0;
    }

    private static boolean isTitle(Line line) {
        if (line.label() != null) {
            return TITLES.contains(line.label());
        }
        String letters = Folding.letters(line.text()).replaceAll("\\d", "");
        return letters.equals("paragon") || letters.equals("fiskalny");
    }

    private static int end(List<Line> lines, int start) {
        for (int i = start; i < lines.size(); i++) {
            if (endsGoods(lines.get(i))) {
                return i;
            }
        }
        return lines.size();
    }

    private static boolean endsGoods(Line line) {
        if (line.is(Label.VAT_TAX)) {
            return line.amounts() > 0 || line.text().contains("%");
        }
        return line.label() != null && ENDS.contains(line.label());
    }
}
