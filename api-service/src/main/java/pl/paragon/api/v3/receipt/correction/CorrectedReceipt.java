package pl.paragon.api.v3.receipt.correction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import pl.paragon.contracts.receipt.Discount;
import pl.paragon.contracts.receipt.Item;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.receipt.Source;
import pl.paragon.contracts.receipt.Store;

/**
 * A receipt with a JSON Merge Patch (RFC 7396) applied. The document has no objects inside objects, so a patch sets
 * fields, and lists are replaced as a whole. Fields that are derived from others may be sent along and are passed over,
 * so that a client can send back what it was shown.
 *
 * @param patch as far as it was taken
 */
record CorrectedReceipt(ReceiptAnalysis analysis, JsonNode patch) {

    private static final Set<String> FIELDS = Set.of(
            "store_name",
            "normalized_store_name",
            "store_chain",
            "store_type",
            "store_address",
            "nip",
            "receipt_number",
            "date",
            "time",
            "currency",
            "items",
            "discounts",
            "deposits",
            "payments",
            "vat_summary",
            "total_amount",
            "amount_due");

    private static final Set<String> DERIVED = Set.of(
            "normalized_store_name_en",
            "store_confidence",
            "store_normalization_method",
            "purchase_date",
            "coupons",
            "payment_method",
            "subtotals",
            "verification",
            "provenance",
            "receipts_in_file");

    /** Who sold, as somebody says. */
    private static final String BY_USER = "user";

    /** @param problems added to, if the patch has values that a receipt cannot have; the result is then of no use */
    static CorrectedReceipt of(ReceiptAnalysis before, ObjectNode patch, PatchReader problems) {
        problems.knows("", patch, FIELDS, DERIVED);
        Fields fields = new Fields(patch, problems);
        Sources sources = Sources.of(before);
        CorrectedLists lists = new CorrectedLists(problems, sources, before);
        List<Item> items = fields.has("items") ? lists.items(patch.get("items")) : before.items();
        List<Discount> discounts = fields.has("discounts")
                ? lists.discounts(patch.get("discounts"), items.size())
                : fields.has("items") ? lists.moved(items) : before.discounts();
        Money total = fields.of("total_amount", problems::amount, before.totalAmount());
        ObjectNode taken = patch.deepCopy();
        taken.remove(DERIVED);
        return new CorrectedReceipt(
                new ReceiptAnalysis(
                        store(before.store(), fields, problems),
                        fields.of("nip", problems::nip, before.nip()),
                        fields.of("receipt_number", problems::text, before.receiptNumber()),
                        fields.of("date", problems::date, before.date()),
                        fields.of("time", problems::time, before.time()),
                        fields.of("currency", problems::currency, before.currency()),
                        items,
                        discounts,
                        fields.has("deposits") ? lists.deposits(patch.get("deposits")) : before.deposits(),
                        fields.has("payments") ? lists.payments(patch.get("payments")) : before.payments(),
                        fields.has("vat_summary") ? lists.table(patch.get("vat_summary")) : before.vatSummary(),
                        total,
                        due(before, fields, problems, total),
                        before.verification(),
                        provenance(before, fields),
                        before.engine(),
                        before.receiptsInFile()),
                taken);
    }

    private static Store store(Store before, Fields fields, PatchReader problems) {
        Store store = new Store(
                fields.of("store_name", problems::text, before.name()),
                fields.of("normalized_store_name", problems::text, before.normalizedName()),
                fields.of("store_chain", problems::text, before.chain()),
                fields.of("store_type", problems::text, before.type()),
                fields.of("store_address", problems::text, before.address()),
                before.confidence(),
                before.method());
        boolean sameShop = Objects.equals(store.name(), before.name())
                && Objects.equals(store.normalizedName(), before.normalizedName())
                && Objects.equals(store.chain(), before.chain());
        return sameShop
                ? store
                : new Store(
                        store.name(),
                        store.normalizedName(),
                        store.chain(),
                        store.type(),
                        store.address(),
                        1.0,
                        BY_USER);
    }

    /** What is to pay is the total, unless something else is printed. */
    private static Money due(ReceiptAnalysis before, Fields fields, PatchReader problems, Money total) {
        boolean follows = Objects.equals(before.amountDue(), before.totalAmount())
                && !before.provenance().containsKey("amount_due");
        return fields.of("amount_due", problems::amount, follows ? total : before.amountDue());
    }

    /** What somebody has written stands nowhere in the picture. */
    private static Map<String, Source> provenance(ReceiptAnalysis before, Fields fields) {
        Map<String, Source> provenance = new HashMap<>(before.provenance());
        provenance.keySet().removeIf(name -> fields.changed().contains(name));
        return provenance;
    }

    /** The patch, field by field. */
    private static final class Fields {

        private final ObjectNode patch;
        private final PatchReader problems;
        private final Set<String> changed = new HashSet<>();

        Fields(ObjectNode patch, PatchReader problems) {
            this.patch = patch;
            this.problems = problems;
        }

        boolean has(String name) {
            return patch.has(name);
        }

        <T> T of(String name, BiFunction<String, JsonNode, T> read, T before) {
            if (!has(name)) {
                return before;
            }
            T value = read.apply(name, patch.get(name));
            if (!Objects.equals(value, before)) {
                changed.add(name);
            }
            return value;
        }

        /** The fields that have another value than before, of those that were asked for. */
        Set<String> changed() {
            return changed;
        }
    }
}
