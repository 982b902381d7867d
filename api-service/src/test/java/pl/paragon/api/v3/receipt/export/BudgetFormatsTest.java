package pl.paragon.api.v3.receipt.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import pl.paragon.api.Samples;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.saved.SavedReceipt;

class BudgetFormatsTest {

    private static final JobId JOB = JobId.of("00000000-0000-4000-8000-000000000001");
    private static final SavedReceipt RECEIPT =
            new SavedReceipt(JOB, Samples.RECEIPT, Samples.submission(JOB), Samples.NOON, Samples.document());

    private final Export export = new Export(null);

    @Test
    void shouldBeTransactionsOfActual() throws IOException {
        assertThat(Json.mapper().readTree(written(ExportFormat.ACTUAL, List.of(RECEIPT))))
                .isEqualTo(tree("""
                [{"date": "2026-03-14", "amount": -1650,
                  "payee_name": "Pod Lipą", "imported_payee": "SKLEP POD LIPĄ",
                  "imported_id": "paragon-00000000-0000-4000-8000-000000000001",
                  "subtransactions": [
                    {"amount": -800, "notes": "Pieczywo > Chleby: CHLEB WIEJSKI"},
                    {"amount": -750, "notes": "Inne: SER K?"},
                    {"amount": -100, "notes": "Kaucja: BUTELKA ZWROTNA"}]}]
                """));
    }

    @Test
    void shouldBeAnArrayHoweverManyThereAre() throws IOException {
        assertThat(written(ExportFormat.ACTUAL, List.of())).isEqualTo("[]\n");
        assertThat(Json.mapper().readTree(written(ExportFormat.ACTUAL, List.of(RECEIPT, RECEIPT, RECEIPT))))
                .hasSize(3);
    }

    @Test
    void shouldBeABodyForFireflyOnEachLine() throws IOException {
        // when
        String[] lines =
                written(ExportFormat.FIREFLY, List.of(RECEIPT, RECEIPT)).split("\n");

        // then
        assertThat(lines).hasSize(2);
        assertThat(Json.mapper().readTree(lines[0])).isEqualTo(tree("""
                {"error_if_duplicate_hash": true, "group_title": "Pod Lipą", "transactions": [
                  {"type": "withdrawal", "date": "2026-03-14", "amount": "8.00", "description": "CHLEB WIEJSKI",
                   "currency_code": "PLN", "category_name": "Pieczywo > Chleby",
                   "source_name": "Portfel", "destination_name": "Pod Lipą",
                   "external_id": "paragon-00000000-0000-4000-8000-000000000001-1"},
                  {"type": "withdrawal", "date": "2026-03-14", "amount": "7.50", "description": "SER K?",
                   "currency_code": "PLN", "category_name": "Inne",
                   "source_name": "Portfel", "destination_name": "Pod Lipą",
                   "external_id": "paragon-00000000-0000-4000-8000-000000000001-2"},
                  {"type": "withdrawal", "date": "2026-03-14", "amount": "1.00", "description": "BUTELKA ZWROTNA",
                   "currency_code": "PLN", "category_name": "Kaucja",
                   "source_name": "Portfel", "destination_name": "Pod Lipą",
                   "external_id": "paragon-00000000-0000-4000-8000-000000000001-3"}]}
                """));
    }

    private String written(ExportFormat format, List<SavedReceipt> receipts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export.write(format, "Portfel", receipts, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Object tree(String json) throws JsonProcessingException {
        return Json.mapper().readTree(json);
    }
}
