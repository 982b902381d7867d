package pl.paragon.contracts.saved;

import com.fasterxml.jackson.annotation.JsonProperty;

/** In which order receipts are listed. */
public enum ReceiptOrder {
    /** By {@link ReceiptSummary#day}, the latest first; within a day, what was saved last comes first. */
    @JsonProperty("newest")
    NEWEST,
    /** By the shop's name as a Polish dictionary sorts it; those without a legible one come first. */
    @JsonProperty("store")
    STORE
}
