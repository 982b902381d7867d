package pl.paragon.analysis.result;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import pl.paragon.analysis.category.Category;
import pl.paragon.analysis.category.CategoryClassifier;
import pl.paragon.analysis.draft.Draft;
import pl.paragon.analysis.draft.DraftDiscount;
import pl.paragon.analysis.draft.DraftItem;
import pl.paragon.analysis.draft.DraftPayment;
import pl.paragon.analysis.draft.DraftVat;
import pl.paragon.analysis.draft.Field;
import pl.paragon.analysis.draft.Labelled;
import pl.paragon.analysis.lexicon.Sum;
import pl.paragon.analysis.proof.Proof;
import pl.paragon.analysis.proof.Proof.LineValue;
import pl.paragon.analysis.rows.Printout;
import pl.paragon.analysis.rows.Row;
import pl.paragon.analysis.store.StoreDirectory;
import pl.paragon.contracts.receipt.Deposit;
import pl.paragon.contracts.receipt.Discount;
import pl.paragon.contracts.receipt.Holds;
import pl.paragon.contracts.receipt.Item;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.Payment;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.receipt.ReceiptsInFile;
import pl.paragon.contracts.receipt.Source;
import pl.paragon.contracts.receipt.Store;
import pl.paragon.contracts.receipt.VatLine;

/** Writes a proof down as the result of a job. */
public final class ResultWriter {

    private static final double HOLDS = 0.99;
    private static final int HEAD_ROWS = 14;
    private static final int DECIMALS = 3;

    private final StoreDirectory stores;
    private final CategoryClassifier categories;

    public ResultWriter(StoreDirectory stores, CategoryClassifier categories) {
        this.stores = stores;
        this.categories = categories;
    }

    /** @param engine whose draft it is */
    public ReceiptAnalysis write(Draft draft, Proof proof, Printout printout, String engine) {
        return new ReceiptAnalysis(
                store(draft, printout),
                value(draft.nip()),
                value(draft.number()),
                value(draft.date()),
                value(draft.time()),
                draft.currency(),
                items(draft, proof),
                discounts(draft, proof),
                draft.deposits().stream()
                        .map(d -> new Deposit(
                                d.name(),
                                d.quantity() == null
                                        ? null
                                        : quantity(d.quantity().value()),
                                money(d.amount().value()),
                                d.trace().source()))
                        .toList(),
                draft.payments().stream().map(ResultWriter::payment).toList(),
                vat(draft, proof),
                money(proof.totals().total()),
                money(proof.amountDue()),
                proof.verification(),
                provenance(draft, proof),
                engine,
                ReceiptsInFile.ONE);
    }

    private Store store(Draft draft, Printout printout) {
        List<String> all = printout.rows().stream().map(Row::text).toList();
        int firstItem = draft.items().isEmpty()
                ? HEAD_ROWS
                : draft.items().getFirst().trace().row() - 1;
        List<String> head = all.subList(0, Math.min(all.size(), Math.max(1, firstItem)));
        return stores.find(value(draft.storeName()), value(draft.address()), value(draft.nip()), head, all);
    }

    private List<Item> items(Draft draft, Proof proof) {
        Set<Integer> cancelled = cancelled(draft, proof);
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < draft.items().size(); i++) {
            items.add(item(draft, proof, i, cancelled.contains(i)));
        }
        return items;
    }

    /**
     * The lines that count for nothing: each that takes one back, and the last before it of the same value that was not
     * taken back yet.
     */
    private static Set<Integer> cancelled(Draft draft, Proof proof) {
        Set<Integer> cancelled = new HashSet<>();
        for (int i = 0; i < draft.items().size(); i++) {
            if (!draft.items().get(i).voids()) {
                continue;
            }
            Long value = proof.lines().get(i).total();
            for (int sold = i - 1; sold >= 0; sold--) {
                boolean same =
                        value != null && value.equals(proof.lines().get(sold).total());
                if (same && !cancelled.contains(sold)) {
                    cancelled.add(sold);
                    break;
                }
            }
            cancelled.add(i);
        }
        return cancelled;
    }

    private Item item(Draft draft, Proof proof, int index, boolean voided) {
        DraftItem item = draft.items().get(index);
        LineValue line = proof.lines().get(index);
        long discount = isOverdrawn(draft, proof, index) ? 0 : given(draft, proof, index);
        Category category = categories.classify(item.tidyName());
        double confidence = line.holds() == Holds.YES
                ? Math.max(HOLDS, item.trace().confidence())
                : item.trace().confidence();
        return new Item(
                item.tidyName(),
                item.name(),
                item.code(),
                quantity(line.quantity()),
                item.unit(),
                money(line.unitPrice()),
                money(line.total()),
                Money.ofGrosze(discount),
                line.total() == null ? null : Money.ofGrosze(line.total() - discount),
                line.letter() == 0 ? null : String.valueOf(line.letter()),
                category.path(),
                category.pathEn(),
                category.confidence(),
                category.method(),
                voided,
                Math.round(confidence * 1000) / 1000.0,
                item.trace().source(line.repaired()));
    }

    private static long given(Draft draft, Proof proof, int index) {
        return IntStream.range(0, draft.discounts().size())
                .filter(i -> draft.discounts().get(i).item() == index)
                .mapToLong(i -> proof.itemDiscounts().get(i))
                .sum();
    }

    /** A line is worth no less than nothing: a discount that is greater is not this line's. */
    private static boolean isOverdrawn(Draft draft, Proof proof, int index) {
        Long total = proof.lines().get(index).total();
        return total != null && given(draft, proof, index) > total;
    }

    private static BigDecimal quantity(Long thousandths) {
        if (thousandths == null) {
            return null;
        }
        BigDecimal plain = BigDecimal.valueOf(thousandths, DECIMALS).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** As printed: parts of one printed discount are one again. */
    private static List<Discount> discounts(Draft draft, Proof proof) {
        List<Discount> discounts = new ArrayList<>();
        for (int i = 0; i < draft.discounts().size(); i++) {
            DraftDiscount d = draft.discounts().get(i);
            boolean ofLine = d.item() >= 0 && !isOverdrawn(draft, proof, d.item());
            List<Integer> items = ofLine ? List.of(d.item()) : List.of();
            Money amount = money(proof.itemDiscounts().get(i));
            boolean continues = i > 0
                    && d.share()
                    && draft.discounts().get(i - 1).share()
                    && d.trace().equals(draft.discounts().get(i - 1).trace());
            if (continues) {
                Discount before = discounts.removeLast();
                List<Integer> all = new ArrayList<>(before.items());
                all.addAll(items);
                discounts.add(new Discount(before.description(), before.amount().plus(amount), all, before.source()));
            } else {
                discounts.add(
                        new Discount(d.description(), amount, items, d.trace().source()));
            }
        }
        return discounts;
    }

    private static Payment payment(DraftPayment payment) {
        return new Payment(
                payment.type(), money(payment.signed()), payment.trace().source());
    }

    private static List<VatLine> vat(Draft draft, Proof proof) {
        List<VatLine> lines = new ArrayList<>();
        for (DraftVat row : draft.vat()) {
            Long gross = proof.totals().gross().get(row.letter());
            Long tax = proof.totals().tax().get(row.letter());
            Long net = gross == null || tax == null ? null : (Long) (gross - tax);
            lines.add(new VatLine(
                    String.valueOf(row.letter()),
                    row.rate() == null ? null : row.rate().percent(),
                    money(net),
                    money(tax),
                    money(gross),
                    row.trace().source()));
        }
        return lines;
    }

    private static Map<String, Source> provenance(Draft draft, Proof proof) {
        Map<String, Source> provenance = new HashMap<>();
        put(provenance, "store_name", draft.storeName());
        put(provenance, "store_address", draft.address());
        put(provenance, "nip", draft.nip());
        put(provenance, "receipt_number", draft.number());
        put(provenance, "date", draft.date());
        put(provenance, "time", draft.time());
        place(provenance, "total_amount", draft, Sum.TOTAL, proof.totals().total(), proof.totalRepair());
        place(provenance, "amount_due", draft, Sum.DUE, proof.amountDue(), null);
        return provenance;
    }

    private static void put(Map<String, Source> provenance, String name, Field<?> field) {
        if (field != null) {
            provenance.put(name, field.trace().source(field.repaired()));
        }
    }

    /** The print whose reading the value is: the one that says it plainly, otherwise the first that can be read so. */
    private static void place(
            Map<String, Source> provenance, String name, Draft draft, Sum role, Long value, String repaired) {
        if (value == null) {
            return;
        }
        draft.summary().stream()
                .filter(l -> l.role() == role && l.amount().cost(value).isPresent())
                .min((a, b) -> Double.compare(
                        a.amount().cost(value).orElse(99),
                        b.amount().cost(value).orElse(99)))
                .map(Labelled::amount)
                .ifPresent(figure -> provenance.put(name, figure.trace().source(repaired)));
    }

    private static <T> T value(Field<T> field) {
        return field == null ? null : field.value();
    }

    private static Money money(Long grosze) {
        return Objects.isNull(grosze) ? null : Money.ofGrosze(grosze);
    }
}
