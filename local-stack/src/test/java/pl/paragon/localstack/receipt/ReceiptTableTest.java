package pl.paragon.localstack.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.json.Json;

class ReceiptTableTest {

    @Test
    void shouldReadAsAReceipt() {
        // given
        JsonNode analysis = json("""
                {"store_name": "SKLEP U ANNY", "normalized_store_name": "U Anny", "store_address": "ul. Długa 1, Kraków",
                 "nip": "1234563218", "receipt_number": "W000123", "date": "2026-11-20", "time": "14:32", "currency": "PLN",
                 "items": [
                   {"name": "MLEKO 3,2% 1L", "quantity": 2, "unit": "szt", "unit_price": 3.49, "discount": 1.00, "net_price": 5.98, "vat_rate": "C"},
                   {"name": "JABŁKA LUZ", "quantity": 0.512, "unit": "kg", "unit_price": 4.99, "discount": 0.00, "net_price": 2.55, "vat_rate": "C"},
                   {"name": "TORBA", "quantity": null, "unit": null, "unit_price": null, "discount": null, "net_price": null, "vat_rate": null, "voided": true}],
                 "discounts": [{"description": "RABAT MLEKO", "amount": 1.00}],
                 "deposits": [{"name": "KAUCJA BUTELKA", "quantity": 1, "amount": 0.50}],
                 "payments": [{"type": "KARTA", "amount": 9.03}],
                 "vat_summary": [{"tax_category": "C", "rate": 5, "net": 8.12, "tax_amount": 0.41, "gross": 8.53}],
                 "total_amount": 8.53, "amount_due": 9.03,
                 "verification": {"verdict": "proved", "checks": [], "warnings": []}}
                """);

        // then
        assertThat(String.join("\n", new ReceiptTable(analysis).lines()).stripIndent())
                .isEqualTo("""
                          U Anny, ul. Długa 1, Kraków
                          NIP 1234563218   date 2026-11-20 14:32   receipt W000123

                             item            quantity  price  VAT  discount   net
                          1  MLEKO 3,2% 1L      2 szt   3.49  C       -1.00  5.98
                          2  JABŁKA LUZ      0.512 kg   4.99  C              2.55
                          3  TORBA (voided)         ?      ?  ?                 ?

                          discounts
                            RABAT MLEKO  -1.00

                          deposits
                            KAUCJA BUTELKA  0.50

                          VAT  rate   net   tax  gross
                          C     5 %  8.12  0.41   8.53

                          total       8.53 PLN
                          amount due  9.03 PLN
                          KARTA       9.03 PLN

                          PROVED: the printed equations close over every line and the total.""");
    }

    @Test
    void shouldSayWhatIsInDoubtAndWhy() {
        // given
        JsonNode analysis = json("""
                {"store_name": null, "nip": null, "date": null, "items": [], "total_amount": null, "amount_due": null,
                 "verification": {"verdict": "in_doubt",
                   "checks": [{"name": "items_sum_to_total", "holds": false, "expected": 10.00, "actual": 9.50, "lines": []},
                              {"name": "tax", "holds": null, "expected": null, "actual": null, "lines": []}],
                   "warnings": ["The date is cut off."]}}
                """);

        // then
        assertThat(new ReceiptTable(analysis).lines())
                .contains(
                        "  (store not readable)",
                        "  NIP ?   date ?",
                        "  (no item is readable)",
                        "  total  ?",
                        "  IN DOUBT: an equation fails, or a value that one needs is not readable.",
                        "  - does not hold: items sum to total (printed 10.00, computed 9.50)",
                        "  - The date is cut off.")
                .noneMatch(line -> line.contains("amount due") || line.contains("tax"));
    }

    private static JsonNode json(String text) {
        return Json.read(text.getBytes(StandardCharsets.UTF_8), JsonNode.class);
    }
}
