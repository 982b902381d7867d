package pl.paragon.api.v3.receipt.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import pl.paragon.api.receipt.budget.Booking;
import pl.paragon.api.receipt.budget.Part;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.saved.SavedReceipt;

/**
 * A receipt as the body of {@code POST /api/v1/transactions} of Firefly III.
 *
 * @param errorIfDuplicateHash always: what was sent before is refused there
 * @param groupTitle of the whole; absent if there is one part alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FireflyTransactions(
        @JsonProperty("error_if_duplicate_hash") boolean errorIfDuplicateHash,
        @JsonProperty("group_title") String groupTitle,
        List<Split> transactions) {

    /**
     * @param type {@code withdrawal}, or {@code deposit} if the shop gave back more than it took
     * @param amount positive
     * @param externalId the same for the same part of the same receipt
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Split(
            String type,
            LocalDate date,
            String amount,
            String description,
            @JsonProperty("currency_code") String currencyCode,
            @JsonProperty("category_name") String categoryName,
            @JsonProperty("source_name") String sourceName,
            @JsonProperty("destination_name") String destinationName,
            @JsonProperty("external_id") String externalId) {}

    /**
     * Empty if the day or what was paid is not legible, or if nothing was.
     *
     * @param account of Firefly III that it was paid from
     */
    static Optional<FireflyTransactions> of(SavedReceipt receipt, String account) {
        ReceiptAnalysis analysis = receipt.document().analysis();
        return analysis.date() == null
                ? Optional.empty()
                : Booking.of(analysis)
                        .filter(booking -> booking.amount().grosze() != 0)
                        .map(booking -> of(receipt, booking.positiveParts(), account));
    }

    private static FireflyTransactions of(SavedReceipt receipt, List<Part> parts, String account) {
        return new FireflyTransactions(
                true,
                parts.size() > 1 ? Names.shopOrReceipt(receipt.document().analysis()) : null,
                IntStream.range(0, parts.size())
                        .mapToObj(i -> split(receipt, i + 1, parts.get(i), account))
                        .toList());
    }

    private static Split split(SavedReceipt receipt, int number, Part part, String account) {
        ReceiptAnalysis analysis = receipt.document().analysis();
        boolean returned = part.amount().isNegative();
        Money amount = returned ? part.amount().negated() : part.amount();
        return new Split(
                returned ? "deposit" : "withdrawal",
                analysis.date(),
                amount.toString(),
                Names.goods(part).orElseGet(() -> Names.shopOrReceipt(analysis)),
                analysis.currency(),
                part.category(),
                returned ? Names.shop(analysis) : account,
                returned ? account : Names.shop(analysis),
                Names.id(receipt) + "-" + number);
    }
}
