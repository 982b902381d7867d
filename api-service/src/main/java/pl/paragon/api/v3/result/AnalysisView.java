package pl.paragon.api.v3.result;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pl.paragon.contracts.receipt.Deposit;
import pl.paragon.contracts.receipt.Discount;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.Payment;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.receipt.ReceiptsInFile;
import pl.paragon.contracts.receipt.Source;
import pl.paragon.contracts.receipt.VatLine;
import pl.paragon.contracts.receipt.Verification;

/**
 * {@code analysis} on the wire: {@link ReceiptAnalysis} with its store spread out, as the predecessor had it. Money is
 * a number with two decimals, {@code null} is what is not readable.
 *
 * @param purchaseDate the same as {@code date}, for clients of the predecessor's wizard
 * @param coupons always empty: Polish receipts print them as discounts
 * @param paymentMethod how the first of the payments was made
 */
public record AnalysisView(
        String storeName,
        String normalizedStoreName,
        String normalizedStoreNameEn,
        String storeChain,
        String storeType,
        String storeAddress,
        Double storeConfidence,
        String storeNormalizationMethod,
        String nip,
        String receiptNumber,
        LocalDate date,
        LocalDate purchaseDate,

        @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "HH:mm")
        LocalTime time,

        String currency,
        List<ItemView> items,
        List<Discount> discounts,
        List<Object> coupons,
        List<Deposit> deposits,
        List<Payment> payments,
        String paymentMethod,
        List<VatLine> vatSummary,
        Subtotals subtotals,
        Money totalAmount,
        Money amountDue,
        Verification verification,
        Map<String, Source> provenance,
        ReceiptsInFile receiptsInFile) {

    private static final String CHANGE = "RESZTA";

    public static AnalysisView of(ReceiptAnalysis analysis) {
        return new AnalysisView(
                analysis.store().name(),
                analysis.store().normalizedName(),
                analysis.store().normalizedName(),
                analysis.store().chain(),
                analysis.store().type(),
                analysis.store().address(),
                analysis.store().confidence(),
                analysis.store().method(),
                analysis.nip(),
                analysis.receiptNumber(),
                analysis.date(),
                analysis.date(),
                analysis.time(),
                analysis.currency(),
                analysis.items().stream().map(ItemView::of).toList(),
                analysis.discounts(),
                List.of(),
                analysis.deposits(),
                analysis.payments(),
                paymentMethod(analysis.payments()),
                analysis.vatSummary(),
                Subtotals.of(analysis),
                analysis.totalAmount(),
                analysis.amountDue(),
                analysis.verification(),
                new TreeMap<>(analysis.provenance()),
                analysis.receiptsInFile());
    }

    private static String paymentMethod(List<Payment> payments) {
        return payments.stream()
                .map(Payment::type)
                .filter(type -> type != null && !type.equalsIgnoreCase(CHANGE))
                .findFirst()
                .orElse(null);
    }
}
