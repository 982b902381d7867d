package pl.paragon.api.v3.receipt.correction;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pl.paragon.contracts.receipt.Deposit;
import pl.paragon.contracts.receipt.Discount;
import pl.paragon.contracts.receipt.Item;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.Payment;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.receipt.Source;
import pl.paragon.contracts.receipt.VatLine;

/** The lists of a patch. A line that bears the place of an earlier one is that line, changed or not. */
final class CorrectedLists {

    private static final Set<String> ITEM = Set.of(
            "name",
            "original_name",
            "product_code",
            "quantity",
            "unit",
            "unit_price",
            "total_price",
            "discount",
            "vat_rate",
            "category",
            "category_en",
            "voided",
            "source");

    private static final Set<String> ITEM_DERIVED = Set.of(
            "normalized_name",
            "price",
            "net_price",
            "gpt_category",
            "category_confidence",
            "category_method",
            "product_category",
            "normalization_confidence",
            "normalization_method",
            "expiration_date",
            "confidence");

    private static final String BY_USER = "user";

    private final PatchReader problems;
    private final Sources sources;
    private final ReceiptAnalysis before;

    /** How many lines of the patch have had a place so far: several may share one, or have none. */
    private final Map<Optional<Source>, Integer> linesAt = new HashMap<>();

    CorrectedLists(PatchReader problems, Sources sources, ReceiptAnalysis before) {
        this.problems = problems;
        this.sources = sources;
        this.before = before;
    }

    List<Item> items(JsonNode list) {
        return problems.list("items", list, this::item);
    }

    private Item item(String at, JsonNode value) {
        problems.knows(at, value, ITEM, ITEM_DERIVED);
        Source source = sources.read(value.get("source"));
        Optional<Item> earlier = before.items().stream()
                .filter(item -> Objects.equals(source, item.source()))
                .skip(linesAt.merge(Optional.ofNullable(source), 1, Integer::sum) - 1)
                .findFirst();
        String name = problems.text(at + "name", value.get("name"));
        Money total = problems.amount(at + "total_price", value.get("total_price"));
        Money discount =
                Objects.requireNonNullElse(problems.discount(at + "discount", value.get("discount")), Money.ZERO);
        String category = problems.text(at + "category", value.get("category"));
        String categoryEn = problems.text(at + "category_en", value.get("category_en"));
        Optional<Item> sameKind = earlier.filter(
                item -> Objects.equals(item.category(), category) && Objects.equals(item.categoryEn(), categoryEn));
        boolean staleEnglish = earlier.filter(item ->
                        !Objects.equals(item.category(), category) && Objects.equals(item.categoryEn(), categoryEn))
                .isPresent();
        Item corrected = new Item(
                name,
                value.has("original_name") ? problems.text(at + "original_name", value.get("original_name")) : name,
                problems.text(at + "product_code", value.get("product_code")),
                kept(
                        problems.quantity(at + "quantity", value.get("quantity")),
                        before.items().stream().map(Item::quantity)),
                problems.text(at + "unit", value.get("unit")),
                problems.amount(at + "unit_price", value.get("unit_price")),
                total,
                discount,
                total == null ? null : total.minus(discount),
                problems.letter(at + "vat_rate", value.get("vat_rate")),
                category,
                staleEnglish ? null : categoryEn,
                sameKind.isPresent() ? sameKind.get().categoryConfidence() : category == null ? null : (Double) 1.0,
                sameKind.isPresent() ? sameKind.get().categoryMethod() : BY_USER,
                problems.flag(at + "voided", value.get("voided")),
                earlier.map(Item::confidence).orElse(1.0),
                source);
        return earlier.isEmpty() || corrected.equals(earlier.get()) ? corrected : certain(corrected);
    }

    /** Somebody has looked at it. */
    private static Item certain(Item item) {
        return new Item(
                item.name(),
                item.originalName(),
                item.productCode(),
                item.quantity(),
                item.unit(),
                item.unitPrice(),
                item.totalPrice(),
                item.discount(),
                item.netPrice(),
                item.vatRate(),
                item.category(),
                item.categoryEn(),
                item.categoryConfidence(),
                item.categoryMethod(),
                item.voided(),
                1.0,
                item.source());
    }

    /** As it was written before, if it is the same number: 1 is no correction of 1.000. */
    private static BigDecimal kept(BigDecimal number, Stream<BigDecimal> before) {
        return before.filter(old -> number != null && old != null && old.compareTo(number) == 0)
                .findFirst()
                .orElse(number);
    }

    List<Discount> discounts(JsonNode list, int items) {
        return problems.list("discounts", list, (at, value) -> {
            problems.knows(at, value, Set.of("description", "amount", "items", "source"), Set.of());
            return new Discount(
                    problems.text(at + "description", value.get("description")),
                    problems.discount(at + "amount", value.get("amount")),
                    problems.indices(at + "items", value.get("items"), items),
                    sources.read(value.get("source")));
        });
    }

    /** The discounts as they were, on the lines where they are now. */
    List<Discount> moved(List<Item> items) {
        if (!problems.problems().isEmpty()) {
            return before.discounts(); // of lines that could not be read nothing can be said
        }
        List<Discount> moved = new ArrayList<>();
        for (Discount discount : before.discounts()) {
            List<Integer> indices = discount.items().stream()
                    .flatMap(index -> place(index, items).stream())
                    .toList();
            if (indices.size() < discount.items().size()) {
                problems.refuse(
                        "discounts",
                        "has to be sent too: the line of one of the discounts is gone",
                        "trzeba wysłać także: zniknęła pozycja jednego z rabatów");
                return before.discounts();
            }
            moved.add(new Discount(discount.description(), discount.amount(), indices, discount.source()));
        }
        return moved;
    }

    /** By its place in the picture; a line without one is where it was, if none came or went. */
    private Optional<Integer> place(int index, List<Item> items) {
        if (items.equals(before.items())) {
            return Optional.of(index);
        }
        Source source = before.items().get(index).source();
        List<Integer> there = IntStream.range(0, items.size())
                .filter(i -> source != null && source.equals(items.get(i).source()))
                .boxed()
                .toList();
        if (there.size() == 1) {
            return Optional.of(there.getFirst());
        }
        return items.size() == before.items().size() ? Optional.of(index) : Optional.empty();
    }

    List<Deposit> deposits(JsonNode list) {
        return problems.list("deposits", list, (at, value) -> {
            problems.knows(at, value, Set.of("name", "quantity", "amount", "source"), Set.of());
            return new Deposit(
                    problems.text(at + "name", value.get("name")),
                    kept(
                            problems.quantity(at + "quantity", value.get("quantity")),
                            before.deposits().stream().map(Deposit::quantity)),
                    problems.amount(at + "amount", value.get("amount")),
                    sources.read(value.get("source")));
        });
    }

    List<Payment> payments(JsonNode list) {
        return problems.list("payments", list, (at, value) -> {
            problems.knows(at, value, Set.of("type", "amount", "source"), Set.of());
            return new Payment(
                    problems.text(at + "type", value.get("type")),
                    problems.amount(at + "amount", value.get("amount")),
                    sources.read(value.get("source")));
        });
    }

    List<VatLine> table(JsonNode list) {
        return problems.list("vat_summary", list, (at, value) -> {
            problems.knows(at, value, Set.of("tax_category", "rate", "net", "tax_amount", "gross", "source"), Set.of());
            return new VatLine(
                    problems.letter(at + "tax_category", value.get("tax_category")),
                    kept(
                            problems.rate(at + "rate", value.get("rate")),
                            before.vatSummary().stream().map(VatLine::rate)),
                    problems.amount(at + "net", value.get("net")),
                    problems.amount(at + "tax_amount", value.get("tax_amount")),
                    problems.amount(at + "gross", value.get("gross")),
                    sources.read(value.get("source")));
        });
    }
}
