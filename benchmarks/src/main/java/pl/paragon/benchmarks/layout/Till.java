package pl.paragon.benchmarks.layout;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import pl.paragon.benchmarks.layout.Sheet.Look;
import pl.paragon.benchmarks.purchase.Purchase;
import pl.paragon.benchmarks.purchase.PurchaseLine;
import pl.paragon.benchmarks.truth.Truth;
import pl.paragon.benchmarks.truth.Truth.TrueItem;

/** One receipt while it is being printed: the purchase, the sheet so far, and the truth so far. */
public final class Till {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    public final Purchase purchase;
    public final RandomGenerator lot;
    public final SheetWriter sheet;
    private final List<TrueItem> items = new ArrayList<>();

    public Till(Purchase purchase, RandomGenerator lot, int columns, Look look) {
        this.purchase = purchase;
        this.lot = lot;
        this.sheet = new SheetWriter(columns, look);
    }

    public String time() {
        return TIME.format(purchase.time());
    }

    public String day(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(purchase.date());
    }

    public String number(int digits) {
        return ("%0" + digits + "d").formatted(purchase.number());
    }

    /** So many characters by lot. */
    public String digits(String of, int count) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < count; i++) {
            all.append(of.charAt(lot.nextInt(of.length())));
        }
        return all.toString();
    }

    public String digits(int count) {
        return digits("0123456789", count);
    }

    public boolean chance(int ofHundred) {
        return lot.nextInt(100) < ofHundred;
    }

    /** The line stands on the receipt under this name, with its quantity and unit price. */
    public void sold(PurchaseLine line, String name) {
        items.add(new TrueItem(
                name,
                line.quantity(),
                line.unitPrice(),
                line.total(),
                line.discount(),
                line.net(),
                line.letter(),
                line.voided() ? true : null));
    }

    /** As {@link #sold}, where a single piece is printed without quantity and unit price. */
    public void soldUncounted(PurchaseLine line, String name) {
        if (line.quantity().intValue() > 1) {
            sold(line, name);
            return;
        }
        items.add(new TrueItem(
                name,
                null,
                null,
                line.total(),
                line.discount(),
                line.net(),
                line.letter(),
                line.voided() ? true : null));
    }

    /** The line stands there with nothing but what was paid for it. */
    public void soldFor(PurchaseLine line, String name) {
        items.add(new TrueItem(name, null, null, line.net(), null, line.net(), null, line.voided() ? true : null));
    }

    public Rendition rendition(String currency) {
        Truth truth = new Truth(
                null,
                purchase.shop().chain(),
                purchase.shop().nip(),
                purchase.date(),
                purchase.time(),
                null,
                currency,
                items,
                purchase.total(),
                purchase.due());
        return new Rendition(sheet.sheet(), truth);
    }

    /** As {@link #rendition}, for a receipt on which no tax number stands. */
    public Rendition renditionWithoutNip() {
        Rendition rendition = rendition("PLN");
        return new Rendition(rendition.sheet(), rendition.truth().withoutNip());
    }
}
