package pl.paragon.api.v3.receipt.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import pl.paragon.contracts.receipt.Item;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.saved.SavedReceipt;

/** A receipt as rows: one for each line of goods, or a single one if it has none. */
final class CsvRows {

    private static final List<String> RECEIPT = List.of(
            "job_id",
            "date",
            "time",
            "store_name",
            "nip",
            "receipt_number",
            "currency",
            "total_amount",
            "amount_due",
            "verdict");

    private static final List<String> GOODS = List.of(
            "position",
            "name",
            "quantity",
            "unit",
            "unit_price",
            "total_price",
            "discount",
            "net_price",
            "vat_rate",
            "category",
            "voided");

    private CsvRows() {}

    static String header() {
        return CsvRow.of(joined(RECEIPT, GOODS));
    }

    static String of(SavedReceipt receipt) {
        ReceiptAnalysis analysis = receipt.document().analysis();
        List<Object> head = head(receipt);
        if (analysis.items().isEmpty()) {
            return CsvRow.of(joined(head, Collections.nCopies(GOODS.size(), null)));
        }
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < analysis.items().size(); i++) {
            rows.append(CsvRow.of(joined(head, goods(i + 1, analysis.items().get(i)))));
        }
        return rows.toString();
    }

    private static List<Object> head(SavedReceipt receipt) {
        ReceiptAnalysis analysis = receipt.document().analysis();
        return Arrays.asList(
                receipt.jobId(),
                analysis.date(),
                analysis.time(),
                Names.shop(analysis),
                analysis.nip(),
                analysis.receiptNumber(),
                analysis.currency(),
                analysis.totalAmount(),
                analysis.amountDue(),
                analysis.verification().verdict().name().toLowerCase(Locale.ROOT));
    }

    private static List<Object> goods(int position, Item item) {
        return Arrays.asList(
                position,
                item.name() == null ? item.originalName() : item.name(),
                item.quantity() == null ? null : item.quantity().toPlainString(),
                item.unit(),
                item.unitPrice(),
                item.totalPrice(),
                item.discount(),
                item.netPrice(),
                item.vatRate(),
                item.category(),
                item.voided());
    }

    private static List<Object> joined(List<?> head, List<?> goods) {
        List<Object> row = new ArrayList<>(head);
        row.addAll(goods);
        return row;
    }
}
