package pl.paragon.analysis.model.answer;

import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import java.util.Arrays;
import java.util.Locale;
import pl.paragon.analysis.lexicon.Sum;

/** The form of an {@link Answer} for servers that hold a model to a schema. */
public final class AnswerSchema {

    public static final JsonSchema SCHEMA = JsonSchema.builder()
            .name("receipt")
            .rootElement(JsonObjectSchema.builder()
                    .addProperty("items", listOf(items()))
                    .addProperty("discounts", listOf(discounts()))
                    .addProperty("vat", listOf(vat()))
                    .addProperty("totals", listOf(totals()))
                    .addProperty("deposits", listOf(flagged("returned")))
                    .addProperty("payments", listOf(flagged("change")))
                    .required("items", "discounts", "vat", "totals", "deposits", "payments")
                    .additionalProperties(false)
                    .build())
            .build();

    private AnswerSchema() {}

    private static JsonObjectSchema.Builder items() {
        return JsonObjectSchema.builder()
                .addIntegerProperty("row")
                .addIntegerProperty("name_row")
                .addStringProperty("name")
                .addNumberProperty("quantity")
                .addNumberProperty("unit_price")
                .addNumberProperty("total")
                .required("row", "name", "total");
    }

    private static JsonObjectSchema.Builder discounts() {
        return JsonObjectSchema.builder()
                .addIntegerProperty("row")
                .addNumberProperty("amount")
                .addIntegerProperty("item_row")
                .required("row", "amount");
    }

    private static JsonObjectSchema.Builder vat() {
        return JsonObjectSchema.builder()
                .addStringProperty("letter")
                .addIntegerProperty("row")
                .addNumberProperty("gross")
                .addIntegerProperty("tax_row")
                .addNumberProperty("tax")
                .required("letter", "row", "gross");
    }

    private static JsonObjectSchema.Builder totals() {
        return JsonObjectSchema.builder()
                .addEnumProperty(
                        "role",
                        Arrays.stream(Sum.values())
                                .map(r -> r.name().toLowerCase(Locale.ROOT))
                                .toList())
                .addIntegerProperty("row")
                .addNumberProperty("amount")
                .required("role", "row", "amount");
    }

    private static JsonObjectSchema.Builder flagged(String flag) {
        return JsonObjectSchema.builder()
                .addIntegerProperty("row")
                .addNumberProperty("amount")
                .addBooleanProperty(flag)
                .required("row", "amount", flag);
    }

    private static JsonArraySchema listOf(JsonObjectSchema.Builder element) {
        return JsonArraySchema.builder()
                .items(element.additionalProperties(false).build())
                .build();
    }
}
