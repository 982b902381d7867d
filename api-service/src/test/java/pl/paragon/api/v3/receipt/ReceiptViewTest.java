package pl.paragon.api.v3.receipt;

import static pl.paragon.api.Golden.assertGolden;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import pl.paragon.api.Samples;
import pl.paragon.api.http.Envelope;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.Verification.Verdict;
import pl.paragon.contracts.saved.ReceiptPage;
import pl.paragon.contracts.saved.ReceiptSummary;
import pl.paragon.contracts.saved.SavedReceipt;

class ReceiptViewTest {

    private static final JobId JOB = JobId.of("00000000-0000-4000-8000-000000000001");

    @Test
    void shouldShowAReceipt() {
        SavedReceipt receipt = new SavedReceipt(
                JOB, Samples.RECEIPT, Samples.submission(JOB), Samples.NOON.plusNanos(1_234_567), Samples.document());

        assertGolden("receipt.json", new Envelope<>(200, "Receipt retrieved successfully", ReceiptView.of(receipt)));
    }

    @Test
    void shouldListReceipts() {
        ReceiptSummary legible = new ReceiptSummary(
                JOB,
                Samples.RECEIPT,
                "paragon.jpg",
                Samples.NOON,
                LocalDate.of(2026, 3, 14),
                "Pod Lipą",
                "1234563218",
                "000123",
                LocalDate.of(2026, 3, 14),
                LocalTime.of(11, 58),
                "PLN",
                Money.of("15.50"),
                Money.of("16.50"),
                Verdict.CONSISTENT,
                2);
        ReceiptSummary illegible = new ReceiptSummary(
                JOB,
                Samples.RECEIPT,
                "paragon.jpg",
                Samples.NOON,
                LocalDate.of(2026, 3, 14),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Verdict.IN_DOUBT,
                0);

        assertGolden(
                "receipts.json",
                new Envelope<>(
                        200,
                        "Receipts retrieved successfully",
                        SummaryView.Page.of(new ReceiptPage(List.of(legible, illegible), null))));
    }
}
