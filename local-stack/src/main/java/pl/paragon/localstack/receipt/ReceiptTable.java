package pl.paragon.localstack.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import pl.paragon.operations.terminal.Table;
import pl.paragon.operations.terminal.Table.Align;
import pl.paragon.operations.terminal.Text;

/**
 * A receipt's result for people: who and when, the lines, tax, totals, and what the equations prove. A question mark
 * stands for what is not readable.
 */
final class ReceiptTable {

    private static final String UNREADABLE = "?";
    private static final String INDENT = "  ";

    private final JsonNode analysis;

    /** @param analysis the {@code analysis} of a result */
    ReceiptTable(JsonNode analysis) {
        this.analysis = analysis;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.addAll(head());
        addBlock(lines, items());
        addBlock(lines, named("discounts", "description", "-"));
        addBlock(lines, named("deposits", "name", ""));
        addBlock(lines, tax());
        addBlock(lines, totals());
        addBlock(lines, verification());
        return lines;
    }

    private static void addBlock(List<String> lines, List<String> block) {
        if (!block.isEmpty()) {
            lines.add("");
            lines.addAll(block);
        }
    }

    private List<String> head() {
        String store = Stream.of("normalized_store_name", "store_name")
                .map(this::text)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("(store not readable)");
        String address = text("store_address");
        String when = orUnreadable(text("date")) + (text("time") == null ? "" : " " + text("time"));
        String number = text("receipt_number");
        return Stream.of(
                        store + (address == null ? "" : ", " + address),
                        "NIP " + orUnreadable(text("nip")) + "   date " + when
                                + (number == null ? "" : "   receipt " + number))
                .map(line -> INDENT + Text.printable(line))
                .toList();
    }

    private List<String> items() {
        Table table = new Table(Align.RIGHT, Align.LEFT, Align.RIGHT, Align.RIGHT, Align.LEFT, Align.RIGHT, Align.RIGHT)
                .row("", "item", "quantity", "price", "VAT", "discount", "net");
        int number = 0;
        for (JsonNode item : analysis.path("items")) {
            number++;
            String voided = item.path("voided").asBoolean() ? " (voided)" : "";
            table.row(
                    Integer.toString(number),
                    orUnreadable(value(item, "name")) + voided,
                    quantity(item),
                    orUnreadable(value(item, "unit_price")),
                    orUnreadable(value(item, "vat_rate")),
                    item.path("discount").asDouble() == 0
                            ? ""
                            : "-" + item.path("discount").asText(),
                    orUnreadable(value(item, "net_price")));
        }
        return number == 0 ? List.of(INDENT + "(no item is readable)") : table.lines(INDENT);
    }

    private static String quantity(JsonNode item) {
        String unit = value(item, "unit");
        return orUnreadable(value(item, "quantity")) + (unit == null ? "" : " " + unit);
    }

    private List<String> named(String list, String name, String sign) {
        Table table = new Table(Align.LEFT, Align.RIGHT);
        for (JsonNode entry : analysis.path(list)) {
            table.row(orUnreadable(value(entry, name)), sign + orUnreadable(value(entry, "amount")));
        }
        return table.isEmpty() ? List.of() : titled(list, table);
    }

    private List<String> tax() {
        Table table = new Table(Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.RIGHT)
                .row("VAT", "rate", "net", "tax", "gross");
        for (JsonNode row : analysis.path("vat_summary")) {
            String rate = value(row, "rate");
            table.row(
                    orUnreadable(value(row, "tax_category")),
                    rate == null ? "" : rate + " %",
                    orUnreadable(value(row, "net")),
                    orUnreadable(value(row, "tax_amount")),
                    orUnreadable(value(row, "gross")));
        }
        return analysis.path("vat_summary").isEmpty() ? List.of() : table.lines(INDENT);
    }

    private List<String> totals() {
        String currency = text("currency") == null ? "" : " " + text("currency");
        Table table = new Table(Align.LEFT, Align.RIGHT).row("total", orUnreadable(text("total_amount")) + currency);
        if (!Objects.equals(text("total_amount"), text("amount_due"))) {
            table.row("amount due", orUnreadable(text("amount_due")) + currency);
        }
        for (JsonNode payment : analysis.path("payments")) {
            table.row(orUnreadable(value(payment, "type")), orUnreadable(value(payment, "amount")) + currency);
        }
        return table.lines(INDENT);
    }

    private List<String> verification() {
        JsonNode verification = analysis.path("verification");
        List<String> lines = new ArrayList<>();
        lines.add(INDENT + verdict(verification.path("verdict").asText()));
        stream(verification.path("checks"))
                .filter(check ->
                        check.path("holds").isBoolean() && !check.path("holds").asBoolean())
                .map(check -> "does not hold: %s (printed %s, computed %s)"
                        .formatted(
                                check.path("name").asText().replace('_', ' '),
                                orUnreadable(value(check, "expected")),
                                orUnreadable(value(check, "actual"))))
                .forEach(line -> lines.add(INDENT + "- " + Text.printable(line)));
        stream(verification.path("warnings")).forEach(w -> lines.add(INDENT + "- " + Text.printable(w.asText())));
        return lines;
    }

    private static String verdict(String verdict) {
        return switch (verdict) {
            case "proved" -> "PROVED: the printed equations close over every line and the total.";
            case "consistent" -> "CONSISTENT: every equation that can be formed holds; some cannot be formed.";
            case "in_doubt" -> "IN DOUBT: an equation fails, or a value that one needs is not readable.";
            default -> "The result has no verdict on how far it can be trusted.";
        };
    }

    private static List<String> titled(String title, Table table) {
        return Stream.concat(Stream.of(INDENT + title), table.lines(INDENT + INDENT).stream())
                .collect(Collectors.toList());
    }

    private String text(String key) {
        return value(analysis, key);
    }

    private static String value(JsonNode node, String key) {
        JsonNode value = node.path(key);
        return value.isNull() || value.isMissingNode() || value.asText().isBlank() ? null : value.asText();
    }

    private static String orUnreadable(String value) {
        return value == null ? UNREADABLE : value;
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
