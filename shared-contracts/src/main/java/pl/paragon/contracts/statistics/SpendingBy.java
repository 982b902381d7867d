package pl.paragon.contracts.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What spending is summed by. */
public enum SpendingBy {
    /** The month of {@link pl.paragon.contracts.saved.ReceiptSummary#day}, the latest first. */
    @JsonProperty("month")
    MONTH,
    /** The category of each line of goods, in the order of the Polish alphabet. */
    @JsonProperty("category")
    CATEGORY,
    /** The shop's usual name, in the order of the Polish alphabet. */
    @JsonProperty("store")
    STORE
}
