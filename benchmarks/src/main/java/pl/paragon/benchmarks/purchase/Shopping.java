package pl.paragon.benchmarks.purchase;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import pl.paragon.benchmarks.purchase.Goods.Article;
import pl.paragon.benchmarks.purchase.Purchase.DepositLine;
import pl.paragon.benchmarks.purchase.PurchaseLine.Rebate;
import pl.paragon.contracts.receipt.Money;

/** Draws a purchase by lot. The same lot draws the same purchase. */
public final class Shopping {

    private static final LocalDate DEPOSITS_BEGAN = LocalDate.of(2025, 10, 1);
    private static final Map<String, Money> DEPOSITS =
            Map.of("plastik", Money.ofGrosze(50), "puszka", Money.ofGrosze(50), "szkło", Money.ofGrosze(100));
    private static final Map<String, String> PACKAGING =
            Map.of("plastik", "But Plastik kaucja", "puszka", "Puszka kaucja", "szkło", "But Szkło kaucja");
    private static final int[] ENDINGS = {99, 99, 99, 49, 79, 89, 29, 59, 0, 50};

    private final RandomGenerator lot;
    private final Habits habits;

    public Shopping(Habits habits, RandomGenerator lot) {
        this.habits = habits;
        this.lot = lot;
    }

    public Purchase at(Shop shop) {
        LocalDate date = habits.from().plusDays(lot.nextLong(ChronoUnit.DAYS.between(habits.from(), habits.to())));
        List<PurchaseLine> lines = lines();
        Purchase unpaid = new Purchase(
                shop,
                date,
                LocalTime.of(lot.nextInt(6, 22), lot.nextInt(60)),
                lot.nextInt(100, 999_999),
                lot.nextInt(1, 20),
                lines,
                habits.deposits() && !date.isBefore(DEPOSITS_BEGAN) ? deposits(lines) : List.of(),
                null);
        return lot.nextInt(100) < 35 ? inCash(unpaid) : unpaid;
    }

    private List<PurchaseLine> lines() {
        int count = lot.nextInt(habits.fewest(), habits.most() + 1);
        List<PurchaseLine> lines = new ArrayList<>();
        while (lines.size() < count) {
            PurchaseLine line = line(habits.goods().one(lot));
            lines.add(line);
            if (lot.nextInt(100) < 8 && !line.weighed() && lines.size() < count) {
                lines.add(line); // the same once more, as a line of its own
            }
        }
        if (lines.size() > 2 && lot.nextInt(100) < habits.voids()) {
            int which = lot.nextInt(lines.size() - 1);
            lines.set(which, lines.get(which).cancelled());
        }
        return lines;
    }

    private PurchaseLine line(Article article) {
        long from = article.cheapest().grosze();
        long price = from + lot.nextLong(Math.max(1, article.dearest().grosze() - from));
        long rounded =
                price < 100 ? Math.max(5, price / 5 * 5) : price / 100 * 100 + ENDINGS[lot.nextInt(ENDINGS.length)];
        PurchaseLine line = new PurchaseLine(article, quantity(article), Money.ofGrosze(rounded), null, false);
        return lot.nextInt(100) < habits.rebates() ? lowered(line) : line;
    }

    private BigDecimal quantity(Article article) {
        if (article.weighed()) {
            return BigDecimal.valueOf(lot.nextLong(120, 2_400), 3);
        }
        return BigDecimal.valueOf(lot.nextInt(100) < 70 ? 1 : lot.nextInt(2, 7));
    }

    private PurchaseLine lowered(PurchaseLine line) {
        long total = line.total().grosze();
        long by =
                switch (lot.nextInt(3)) {
                    case 0 -> total / 2;
                    case 1 -> Math.min(total / 2, 100L * lot.nextInt(1, 4));
                    default -> total * lot.nextInt(5, 45) / 100;
                };
        if (by < 5) {
            return line;
        }
        String label = habits.labels().get(lot.nextInt(habits.labels().size()));
        return line.lowered(new Rebate(label, Money.ofGrosze(by)));
    }

    private static List<DepositLine> deposits(List<PurchaseLine> lines) {
        List<DepositLine> deposits = new ArrayList<>();
        for (String packaging : List.of("plastik", "puszka", "szkło")) {
            int pieces = lines.stream()
                    .filter(line ->
                            !line.voided() && packaging.equals(line.goods().deposit()))
                    .mapToInt(line -> line.quantity().intValueExact())
                    .sum();
            if (pieces > 0) {
                deposits.add(new DepositLine(PACKAGING.get(packaging), pieces, DEPOSITS.get(packaging)));
            }
        }
        return deposits;
    }

    private Purchase inCash(Purchase unpaid) {
        long due = unpaid.due().grosze();
        long note = new long[] {1_000, 2_000, 5_000, 10_000}[lot.nextInt(4)];
        Money cash = Money.ofGrosze((due + note - 1) / note * note);
        return new Purchase(
                unpaid.shop(),
                unpaid.date(),
                unpaid.time(),
                unpaid.number(),
                unpaid.till(),
                unpaid.lines(),
                unpaid.deposits(),
                cash);
    }
}
