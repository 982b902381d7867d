package pl.paragon.api.v3.receipt.correction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.paragon.api.Samples;
import pl.paragon.api.v3.result.AnalysisView;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.receipt.Item;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.ReceiptAnalysis;

class CorrectedReceiptTest {

    private static final ReceiptAnalysis BEFORE = Samples.analysis();

    @Test
    void shouldChangeWhatIsSentAndNothingElse() {
        // when
        ReceiptAnalysis after = corrected("""
                {"date": "2026-03-15", "time": "00:01", "nip": null, "receipt_number": "", "payments": null}""");

        // then
        assertThat(after.date()).isEqualTo(LocalDate.of(2026, 3, 15));
        assertThat(after.time()).isEqualTo(LocalTime.of(0, 1));
        assertThat(after.nip()).isNull();
        assertThat(after.receiptNumber()).isNull();
        assertThat(after.payments()).isEmpty();
        assertThat(after.items()).isEqualTo(BEFORE.items());
        assertThat(after.store()).isEqualTo(BEFORE.store());
        assertThat(after.totalAmount()).isEqualTo(BEFORE.totalAmount());
    }

    @Test
    void shouldFindNothingToChangeInWhatWasShown() {
        assertThat(corrected(shown().toString())).isEqualTo(BEFORE);
    }

    @Test
    void shouldTakeTheSameNumberInOtherDigitsForTheSame() {
        // given: 2 and 8.50 in JSON, as another client writes them
        ObjectNode shown = shown();
        ((ObjectNode) shown.at("/items/0")).put("quantity", 2.0).put("total_price", 8.5);

        // when, then
        assertThat(corrected(shown.toString())).isEqualTo(BEFORE);
    }

    @Test
    void shouldBeSureOfALineThatSomebodyHasCorrected() {
        // given
        ObjectNode shown = shown();
        ((ObjectNode) shown.at("/items/1")).put("name", "SER KOZI").put("category", "Nabiał > Sery");

        // when
        Item cheese = corrected(shown.toString()).items().get(1);

        // then
        assertThat(cheese.name()).isEqualTo("SER KOZI");
        assertThat(cheese.confidence()).isEqualTo(1);
        assertThat(cheese.category()).isEqualTo("Nabiał > Sery");
        assertThat(cheese.categoryEn())
                .as("the English one was of the category before")
                .isNull();
        assertThat(cheese.categoryMethod()).isEqualTo("user");
        assertThat(cheese.categoryConfidence()).isEqualTo(1);
    }

    @Test
    void shouldComputeWhatALineIsWorthAfterItsDiscount() {
        Item item = corrected("""
                        {"items": [{"name": "Ser", "total_price": 7.5, "discount": 0.25, "net_price": 1000}],
                         "discounts": []}""").items().getFirst();

        assertThat(item.netPrice()).isEqualTo(Money.of("7.25"));
        assertThat(item.source()).isNull();
    }

    @Test
    void shouldBelieveNoPlaceThatTheReceiptDoesNotKnow() {
        // given
        ObjectNode shown = shown();
        ((ObjectNode) shown.at("/items/0/source")).put("text", "CHLEB 100 x4,25");

        // when, then
        assertThat(corrected(shown.toString()).items().getFirst().source()).isNull();
    }

    @Test
    void shouldForgetThePlaceOfAFieldThatIsCorrected() {
        assertThat(corrected("{\"total_amount\": 15.50}").provenance()).containsKey("total_amount");
        assertThat(corrected("{\"total_amount\": 15.51}").provenance()).doesNotContainKey("total_amount");
    }

    @Test
    void shouldLeaveDiscountsOnTheLinesThatTheyLower() {
        // given: the second line first
        ObjectNode patch = Json.mapper().createObjectNode();
        ArrayNode items = patch.putArray("items");
        items.add(shown().at("/items/1")).add(shown().at("/items/0"));

        // when, then
        assertThat(corrected(patch.toString()).discounts().getFirst().items()).containsExactly(1);
        items.remove(1);
        assertThat(refused(patch.toString())).contains("discounts");
        patch.putArray("discounts");
        assertThat(corrected(patch.toString()).discounts()).isEmpty();
    }

    @Test
    void shouldPayTheTotalIfNothingElseIsPrinted() {
        // given
        ReceiptAnalysis plain = corrected("{\"amount_due\": 15.5, \"deposits\": []}");

        // when, then
        assertThat(corrected(plain, "{\"total_amount\": 16}").amountDue()).isEqualTo(Money.of("16.00"));
        assertThat(corrected("{\"total_amount\": 16}").amountDue()).isEqualTo(Money.of("16.50"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'date': '2026-02-30'}|date",
                "{'date': '26-02-03'}|date",
                "{'date': '9999-12-31'}|date",
                "{'time': '24:00'}|time",
                "{'time': 7}|time",
                "{'nip': '1234563217'}|nip",
                "{'currency': 'ZŁ'}|currency",
                "{'total_amount': '15.50'}|total_amount",
                "{'total_amount': 15.505}|total_amount",
                "{'total_amount': 1e999999999}|total_amount",
                "{'total_amount': 1e-999999999}|total_amount",
                "{'total_amount': {'x': 1}}|total_amount",
                "{'store_name': 'a\\u0000b'}|store_name",
                "{'store_name': '\\ud800'}|store_name",
                "{'items': {}}|items",
                "{'items': [7]}|items[0]",
                "{'items': [{'quantity': 1.0005}], 'discounts': []}|items[0].quantity",
                "{'items': [{'quantity': -1}], 'discounts': []}|items[0].quantity",
                "{'items': [{'vat_rate': 'AB'}], 'discounts': []}|items[0].vat_rate",
                "{'items': [{'voided': 'no'}], 'discounts': []}|items[0].voided",
                "{'items': [{'prize': 1}], 'discounts': []}|items[0].prize",
                "{'discounts': [{'items': [2]}]}|discounts[0].items[0]",
                "{'discounts': [{'items': ['0']}]}|discounts[0].items[0]",
                "{'discounts': [{'amount': -1}]}|discounts[0].amount",
                "{'vat_summary': [{'rate': 101}]}|vat_summary[0].rate",
                "{'total': 7}|total"
            })
    void shouldSayWhichValueAReceiptCannotHave(String patch, String field) {
        assertThat(refused(patch.replace('\'', '"'))).containsExactly(field);
    }

    @Test
    void shouldNameTwentyProblemsAtMost() {
        ObjectNode patch = Json.mapper().createObjectNode();
        ArrayNode items = patch.putArray("items");
        for (int i = 0; i < 100; i++) {
            items.add(7);
        }

        assertThat(refused(patch.toString())).hasSize(20);
    }

    private static ObjectNode shown() {
        return Json.mapper().valueToTree(AnalysisView.of(BEFORE));
    }

    private static ReceiptAnalysis corrected(String patch) {
        return corrected(BEFORE, patch);
    }

    private static ReceiptAnalysis corrected(ReceiptAnalysis before, String patch) {
        PatchReader problems = new PatchReader();
        CorrectedReceipt corrected = CorrectedReceipt.of(before, tree(patch), problems);
        assertThat(problems.problems()).isEmpty();
        return corrected.analysis();
    }

    private static List<String> refused(String patch) {
        PatchReader problems = new PatchReader();
        CorrectedReceipt.of(BEFORE, tree(patch), problems);
        return problems.problems().stream().map(Problem::field).toList();
    }

    private static ObjectNode tree(String patch) {
        try {
            JsonNode tree = Json.mapper().readTree(patch);
            return (ObjectNode) tree;
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
