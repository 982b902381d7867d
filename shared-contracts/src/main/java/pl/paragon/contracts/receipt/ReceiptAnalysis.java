package pl.paragon.contracts.receipt;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A receipt as structured data. A value that is not readable is {@code null}, never a guess; an amount is either in the
 * picture or a repair that an equation proves.
 *
 * @param nip the seller's tax number, ten digits with a valid check digit
 * @param date as printed, the shop's local date
 * @param time as printed, the shop's local time
 * @param currency ISO 4217
 * @param totalAmount the fiscal total (SUMA PLN)
 * @param amountDue the total with deposits (DO ZAPŁATY), equal to {@code totalAmount} if none is printed
 * @param provenance where header fields stand, by their JSON names ({@code nip}, {@code date}, {@code total_amount}, …)
 * @param engine which engine understood the text, {@code grammar} or {@code llm}, or {@code empty} if none did;
 *     {@code null} in results from before there were several
 * @param receiptsInFile what else the file shows; {@link ReceiptsInFile#ONE} in results from before it was told
 */
public record ReceiptAnalysis(
        Store store,
        String nip,
        String receiptNumber,
        LocalDate date,

        @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "HH:mm")
        LocalTime time,

        String currency,
        List<Item> items,
        List<Discount> discounts,
        List<Deposit> deposits,
        List<Payment> payments,
        List<VatLine> vatSummary,
        Money totalAmount,
        Money amountDue,
        Verification verification,
        Map<String, Source> provenance,
        String engine,
        ReceiptsInFile receiptsInFile) {

    public ReceiptAnalysis {
        store = store == null ? Store.UNKNOWN : store;
        items = items == null ? List.of() : List.copyOf(items);
        discounts = discounts == null ? List.of() : List.copyOf(discounts);
        deposits = deposits == null ? List.of() : List.copyOf(deposits);
        payments = payments == null ? List.of() : List.copyOf(payments);
        vatSummary = vatSummary == null ? List.of() : List.copyOf(vatSummary);
        provenance = provenance == null ? Map.of() : Map.copyOf(provenance);
        receiptsInFile = receiptsInFile == null ? ReceiptsInFile.ONE : receiptsInFile;
        Objects.requireNonNull(verification, "an analysis needs its verification");
    }

    /** The same receipt, verified otherwise. */
    public ReceiptAnalysis withVerification(Verification verification) {
        return with(verification, receiptsInFile);
    }

    /** The same receipt in a file with others. */
    public ReceiptAnalysis among(ReceiptsInFile receiptsInFile) {
        return with(verification, receiptsInFile);
    }

    private ReceiptAnalysis with(Verification verification, ReceiptsInFile receiptsInFile) {
        return new ReceiptAnalysis(
                store,
                nip,
                receiptNumber,
                date,
                time,
                currency,
                items,
                discounts,
                deposits,
                payments,
                vatSummary,
                totalAmount,
                amountDue,
                verification,
                provenance,
                engine,
                receiptsInFile);
    }
}
