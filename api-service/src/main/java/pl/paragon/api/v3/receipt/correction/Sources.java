package pl.paragon.api.v3.receipt.correction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.receipt.Deposit;
import pl.paragon.contracts.receipt.Discount;
import pl.paragon.contracts.receipt.Item;
import pl.paragon.contracts.receipt.Payment;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.receipt.Source;
import pl.paragon.contracts.receipt.VatLine;

/** The places in the picture that a receipt knows. A client may send one back, and cannot make one up. */
record Sources(Set<Source> known) {

    static Sources of(ReceiptAnalysis receipt) {
        return new Sources(Stream.of(
                        receipt.items().stream().map(Item::source),
                        receipt.discounts().stream().map(Discount::source),
                        receipt.deposits().stream().map(Deposit::source),
                        receipt.payments().stream().map(Payment::source),
                        receipt.vatSummary().stream().map(VatLine::source))
                .flatMap(sources -> sources)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    }

    /** {@code null} if it is none of them. */
    Source read(JsonNode value) {
        if (value == null || !value.isObject()) {
            return null;
        }
        try {
            Source source = Json.mapper().treeToValue(value, Source.class);
            return known.contains(source) ? source : null;
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return null;
        }
    }
}
