package pl.paragon.benchmarks.truth;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;
import pl.paragon.contracts.receipt.Money;

/**
 * What stands on a receipt, in the keys that Paragon's own result has; it lies beside the picture under the picture's
 * name, with {@code .json} at its end. What is {@code null} or left out is not asked for.
 *
 * @param kind what sort of receipt and of picture it is: the tables group by it
 * @param storeChain the chain's usual name
 * @param nip ten digits
 * @param items one for each printed line, repeats kept
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Truth(
        Kind kind,
        String storeChain,
        String nip,
        LocalDate date,

        @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "HH:mm")
        LocalTime time,

        String receiptNumber,
        String currency,
        List<TrueItem> items,
        Money totalAmount,
        Money amountDue) {

    public Truth {
        kind = kind == null ? Kind.UNKNOWN : kind;
        items = items == null ? null : List.copyOf(items);
    }

    /**
     * @param layout whose receipt, e.g. {@code lidl-app}
     * @param condition what happened to it, e.g. {@code folded}
     */
    public record Kind(String layout, String condition) {

        public static final Kind UNKNOWN = new Kind(null, null);

        public Kind {
            layout = layout == null ? "unnamed" : layout;
            condition = condition == null ? "unnamed" : condition;
        }
    }

    /**
     * A line of goods.
     *
     * @param originalName as printed
     * @param totalPrice as printed on the line, before discounts
     * @param netPrice after its discounts
     * @param voided cancelled at the till: it counts for nothing
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TrueItem(
            String originalName,
            BigDecimal quantity,
            Money unitPrice,
            Money totalPrice,
            Money discount,
            Money netPrice,
            String vatRate,
            Boolean voided) {

        /** Whether it was paid for. */
        public boolean counts() {
            return !Boolean.TRUE.equals(voided);
        }

        /** What was paid for it. */
        public Money net() {
            if (netPrice != null) {
                return netPrice;
            }
            return discount == null ? totalPrice : totalPrice.minus(discount);
        }
    }

    public Truth of(Kind other) {
        return new Truth(other, storeChain, nip, date, time, receiptNumber, currency, items, totalAmount, amountDue);
    }

    /** As it is for a receipt on which no tax number stands. */
    public Truth withoutNip() {
        return new Truth(kind, storeChain, null, date, time, receiptNumber, currency, items, totalAmount, amountDue);
    }

    /** The truth's file of a picture's. */
    public static Path beside(Path picture) {
        String name = picture.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return picture.resolveSibling((dot < 0 ? name : name.substring(0, dot)) + ".json");
    }

    /** @throws IOException if it cannot be read, or is no truth, saying what is wrong and in which file */
    public static Truth read(Path file) throws IOException {
        try {
            Truth truth = Json.read(Files.readAllBytes(file), Truth.class);
            if (truth.items != null) {
                for (TrueItem item : truth.items) {
                    if (item.netPrice == null && item.totalPrice == null) {
                        throw new IOException(file + ": an item has neither net_price nor total_price: " + item);
                    }
                }
            }
            return truth;
        } catch (UndecodableException e) {
            throw new IOException(file + " is no truth of a receipt: " + e.getMessage(), e);
        }
    }

    public void write(Path file) throws IOException {
        Files.write(file, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
    }
}
