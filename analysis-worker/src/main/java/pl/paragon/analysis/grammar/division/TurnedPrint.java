package pl.paragon.analysis.grammar.division;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pl.paragon.analysis.grammar.division.SignedRow.Region;
import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.Quad;
import pl.paragon.contracts.text.TextLine;

/**
 * A page, and print on it that runs another way: receipts and other papers that lie on their side or upside down. A few
 * turned lines, as of a stamp or in a margin, stay where they are.
 *
 * @param upright the page without that print
 * @param receipts of that print, each as a page
 * @param others papers such as a card slip or a leaflet, each as a page
 * @param isUnread whether there is more of that print, which may be a receipt, and nobody can tell
 */
record TurnedPrint(Page upright, List<Page> receipts, List<Page> others, boolean isUnread) {

    private static final int FEWEST_LINES = 6;
    private static final int FEWEST_AMOUNTS = 3;
    /** Mean confidence of print that a reader could make out. */
    private static final double LEGIBLE = 0.7;

    private static final Pattern AMOUNT = Pattern.compile("\\d ?[.,] ?\\d\\d(?!\\d)");

    static TurnedPrint of(Page page, SignedRows rows) {
        Map<Integer, List<TextLine>> byQuarter =
                page.lines().stream().collect(Collectors.groupingBy(line -> quarter(line.quad())));
        List<Page> receipts = new ArrayList<>();
        List<Page> others = new ArrayList<>();
        Set<TextLine> turned = Collections.newSetFromMap(new IdentityHashMap<>());
        boolean unread = false;
        for (int quarter = 1; quarter <= 3 && byQuarter.containsKey(0); quarter++) {
            List<TextLine> lines = byQuarter.getOrDefault(quarter, List.of());
            if (lines.size() >= FEWEST_LINES) {
                turned.addAll(lines);
                Page paper = page.withLines(lines);
                Stretch stretch = new Stretch(rows.of(new Region(paper, true)));
                if (stretch.isReceipt() || stretch.begins()) {
                    receipts.add(paper);
                } else if (stretch.isSlip() || !mayBeReceipt(lines)) {
                    others.add(paper);
                } else {
                    unread = true;
                }
            }
        }
        return new TurnedPrint(turned.isEmpty() ? page : without(turned, page), receipts, others, unread);
    }

    /** Quarters of a turn, clockwise, that the print of a line is turned. */
    static int quarter(Quad line) {
        double angle = Math.atan2(line.y2() - line.y1(), line.x2() - line.x1());
        return Math.floorMod(Math.round(angle / (Math.PI / 2)), 4);
    }

    private static boolean mayBeReceipt(List<TextLine> lines) {
        long amounts = lines.stream()
                .filter(line -> AMOUNT.matcher(line.text()).find())
                .count();
        double confidence =
                lines.stream().mapToDouble(TextLine::confidence).average().orElse(1);
        return amounts >= FEWEST_AMOUNTS || confidence < LEGIBLE;
    }

    private static Page without(Set<TextLine> turned, Page page) {
        return page.withLines(
                page.lines().stream().filter(line -> !turned.contains(line)).toList());
    }
}
