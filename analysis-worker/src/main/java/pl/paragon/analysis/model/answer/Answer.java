package pl.paragon.analysis.model.answer;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import pl.paragon.analysis.lexicon.Sum;

/**
 * What a model said about a receipt: well-formed, but not trusted in anything. Rows are numbered from 1, amounts are in
 * złote as printed; their sign is taken from the print.
 */
public record Answer(
        @JsonProperty(required = true) List<Goods> items,
        List<Lowered> discounts,
        List<Taxed> vat,
        @JsonProperty(required = true) List<Summed> totals,
        List<Deposited> deposits,
        List<Paid> payments) {

    public Answer {
        items = orNone(items);
        discounts = orNone(discounts);
        vat = orNone(vat);
        totals = orNone(totals);
        deposits = orNone(deposits);
        payments = orNone(payments);
    }

    /**
     * A line of goods.
     *
     * @param row where its value is printed
     * @param nameRow where its name is printed; {@code null} for the same row
     * @param quantity or {@code null}
     * @param unitPrice or {@code null}
     */
    public record Goods(
            @JsonProperty(required = true) int row,
            Integer nameRow,
            @JsonProperty(required = true) String name,
            BigDecimal quantity,
            BigDecimal unitPrice,
            @JsonProperty(required = true) BigDecimal total) {

        public Goods {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(total, "total");
        }
    }

    /** @param itemRow the row of the line that it lowers; {@code null} if it belongs to the whole receipt */
    public record Lowered(
            @JsonProperty(required = true) int row,
            @JsonProperty(required = true) BigDecimal amount,
            Integer itemRow) {

        public Lowered {
            Objects.requireNonNull(amount, "amount");
        }
    }

    /**
     * @param taxRow where the tax is printed, often another row than the sales'; {@code null} with {@code tax} if
     *     none is
     */
    public record Taxed(
            @JsonProperty(required = true) String letter,
            @JsonProperty(required = true) int row,
            @JsonProperty(required = true) BigDecimal gross,
            Integer taxRow,
            BigDecimal tax) {

        public Taxed {
            Objects.requireNonNull(letter, "letter");
            Objects.requireNonNull(gross, "gross");
        }
    }

    public record Summed(
            @JsonProperty(required = true) Sum role,
            @JsonProperty(required = true) int row,
            @JsonProperty(required = true) BigDecimal amount) {

        public Summed {
            Objects.requireNonNull(role, "role");
            Objects.requireNonNull(amount, "amount");
        }
    }

    /** @param returned whether the packaging was brought back */
    public record Deposited(
            @JsonProperty(required = true) int row,
            @JsonProperty(required = true) BigDecimal amount,
            Boolean returned) {

        public Deposited {
            Objects.requireNonNull(amount, "amount");
            returned = Boolean.TRUE.equals(returned);
        }
    }

    public record Paid(
            @JsonProperty(required = true) int row,
            @JsonProperty(required = true) BigDecimal amount,
            Boolean change) {

        public Paid {
            Objects.requireNonNull(amount, "amount");
            change = Boolean.TRUE.equals(change);
        }
    }

    private static <T> List<T> orNone(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
