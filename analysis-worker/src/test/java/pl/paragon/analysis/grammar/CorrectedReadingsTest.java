package pl.paragon.analysis.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pl.paragon.analysis.Purchases;
import pl.paragon.analysis.Purchases.Purchase;
import pl.paragon.analysis.Purchases.Style;
import pl.paragon.analysis.ReceiptFixtures;
import pl.paragon.contracts.proof.CorrectedProof;
import pl.paragon.contracts.receipt.Check;
import pl.paragon.contracts.receipt.Deposit;
import pl.paragon.contracts.receipt.Discount;
import pl.paragon.contracts.receipt.Holds;
import pl.paragon.contracts.receipt.Item;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.Payment;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.receipt.VatLine;
import pl.paragon.contracts.receipt.Verification;
import pl.paragon.contracts.receipt.Verification.Verdict;

/**
 * The equations over a corrected receipt are those of the reader: whoever corrects a misreading to what a clear picture
 * would have shown gets the checks and the verdict of that picture.
 */
class CorrectedReadingsTest {

    private static final Money GROSZ = Money.ofGrosze(1);

    @Test
    void shouldCheckACorrectionAsTheReaderChecksAReading() {
        receipts().forEach(receipt -> {
            // when: each figure was another one before
            Verification again = CorrectedProof.of(receipt, misread(receipt), "");

            // then
            Verification read = receipt.verification();
            assertThat(firm(again.checks())).as(receipt.toString()).containsAllEntriesOf(firm(read.checks()));
            assertThat(failing(again)).as(receipt.toString()).isEqualTo(failing(read));
            if (read.verdict() != Verdict.IN_DOUBT || failing(read) > 0) {
                assertThat(again.verdict()).as(receipt.toString()).isEqualTo(read.verdict());
            } else {
                assertThat(again.verdict()).as(receipt.toString()).isNotEqualTo(Verdict.PROVED);
            }
        });
    }

    @Test
    void shouldNotProveAReceiptWhoseNumbersDoNotAddUp() {
        receipts().filter(CorrectedReadingsTest::isProved).forEach(receipt -> {
            for (int i = 0; i < receipt.items().size(); i++) {
                if (!receipt.items().get(i).voided()) {
                    assertThat(verdict(
                                    withItem(receipt, i, dearer(receipt.items().get(i))), receipt))
                            .isEqualTo(Verdict.IN_DOUBT);
                }
            }
            assertThat(verdict(with(receipt, receipt.totalAmount().plus(GROSZ)), receipt))
                    .isEqualTo(Verdict.IN_DOUBT);
            for (int i = 0; i < receipt.vatSummary().size(); i++) {
                assertThat(verdict(withTable(receipt, i), receipt)).isEqualTo(Verdict.IN_DOUBT);
            }
        });
    }

    @Test
    void shouldNotProveAReceiptThatLacksWhatTheReadingHad() {
        receipts().filter(CorrectedReadingsTest::isProved).forEach(receipt -> {
            if (firm(receipt.verification().checks()).keySet().stream().anyMatch(name -> name.startsWith("payments"))) {
                assertThat(verdict(paidBy(receipt, List.of()), receipt)).isEqualTo(Verdict.CONSISTENT);
            }
            if (!receipt.vatSummary().isEmpty()) {
                assertThat(verdict(with(receipt, receipt.items(), List.of()), receipt))
                        .isEqualTo(Verdict.CONSISTENT);
            }
            assertThat(verdict(with(receipt, List.of(), receipt.vatSummary()), receipt))
                    .isEqualTo(Verdict.IN_DOUBT);
        });
    }

    /** Whole receipts, and receipts of which one row was not recognised. */
    private static Stream<ReceiptAnalysis> receipts() {
        Stream<ReceiptAnalysis> fixtures = Stream.of(
                        ReceiptFixtures.fiscal(),
                        ReceiptFixtures.biedronkaApp(),
                        ReceiptFixtures.lidlPlus(),
                        ReceiptFixtures.auchanApp(),
                        ReceiptFixtures.kauflandApp(),
                        ReceiptFixtures.depositsAndVoid())
                .map(ReadRows::analyze);
        Stream<ReceiptAnalysis> drawn = Stream.of(Style.values())
                .flatMap(style -> LongStream.range(0, 8).mapToObj(seed -> Purchases.of(style, (int) seed, seed)))
                .flatMap(purchase -> Stream.of(purchase.rows(), torn(purchase)))
                .map(rows -> ReadRows.analyze(rows.toArray(String[]::new)));
        return Stream.concat(fixtures, drawn);
    }

    private static List<String> torn(Purchase purchase) {
        List<String> rows = new ArrayList<>(purchase.rows());
        rows.remove((int) (purchase.total() % rows.size()));
        return rows;
    }

    /** The same receipt with other figures wherever the equations look, but the same sums. */
    private static ReceiptAnalysis misread(ReceiptAnalysis r) {
        Item nothing = new Item(
                "",
                "",
                null,
                null,
                null,
                null,
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                null,
                null,
                null,
                null,
                null,
                true,
                1,
                null);
        return new ReceiptAnalysis(
                r.store(),
                r.nip(),
                r.receiptNumber(),
                r.date(),
                r.time(),
                r.currency(),
                and(r.items(), nothing),
                and(r.discounts(), new Discount(null, Money.ZERO, List.of(), null)),
                and(r.deposits(), new Deposit(null, null, Money.ZERO, null)),
                and(r.payments(), new Payment("KARTA", Money.ZERO, null)),
                r.vatSummary().stream()
                        .map(row -> new VatLine(
                                row.taxCategory(), row.rate(), GROSZ, row.taxAmount(), row.gross(), row.source()))
                        .toList(),
                r.totalAmount() == null ? GROSZ : r.totalAmount().plus(GROSZ),
                r.amountDue() == null ? GROSZ : r.amountDue().plus(GROSZ),
                r.verification(),
                r.provenance(),
                r.engine(),
                r.receiptsInFile());
    }

    private static <T> List<T> and(List<T> some, T another) {
        return Stream.concat(some.stream(), Stream.of(another)).toList();
    }

    /** What holds and what does not, by name; without those of one line, which the reader does not always form. */
    private static Map<String, String> firm(List<Check> checks) {
        return checks.stream()
                .filter(check -> check.holds() != Holds.UNKNOWN)
                .filter(check -> !check.name().equals("quantity_times_price") || check.holds() == Holds.NO)
                .filter(check -> !check.name().startsWith("net_of_sales_"))
                .collect(Collectors.toMap(
                        check -> check.name() + " " + check.expected(),
                        check -> check.holds() + " " + check.actual(),
                        (a, b) -> a));
    }

    private static boolean isProved(ReceiptAnalysis receipt) {
        return receipt.verification().verdict() == Verdict.PROVED;
    }

    private static long failing(Verification verification) {
        return verification.checks().stream()
                .filter(check -> check.holds() == Holds.NO)
                .count();
    }

    private static Verdict verdict(ReceiptAnalysis corrected, ReceiptAnalysis reading) {
        return CorrectedProof.of(corrected, reading, "").verdict();
    }

    private static Item dearer(Item item) {
        return new Item(
                item.name(),
                item.originalName(),
                item.productCode(),
                item.quantity(),
                item.unit(),
                item.unitPrice(),
                item.totalPrice().plus(GROSZ),
                item.discount(),
                item.netPrice().plus(GROSZ),
                item.vatRate(),
                item.category(),
                item.categoryEn(),
                item.categoryConfidence(),
                item.categoryMethod(),
                item.voided(),
                item.confidence(),
                item.source());
    }

    private static ReceiptAnalysis withItem(ReceiptAnalysis receipt, int index, Item item) {
        List<Item> items = new ArrayList<>(receipt.items());
        items.set(index, item);
        return with(receipt, items, receipt.vatSummary());
    }

    private static ReceiptAnalysis withTable(ReceiptAnalysis receipt, int index) {
        List<VatLine> table = new ArrayList<>(receipt.vatSummary());
        VatLine row = table.get(index);
        table.set(
                index,
                new VatLine(
                        row.taxCategory(),
                        row.rate(),
                        row.net(),
                        row.taxAmount(),
                        row.gross().plus(GROSZ),
                        row.source()));
        return with(receipt, receipt.items(), table);
    }

    private static ReceiptAnalysis with(ReceiptAnalysis r, Money total) {
        return with(r, r.items(), r.vatSummary(), r.payments(), total);
    }

    private static ReceiptAnalysis with(ReceiptAnalysis r, List<Item> items, List<VatLine> table) {
        return with(r, items, table, r.payments(), r.totalAmount());
    }

    private static ReceiptAnalysis paidBy(ReceiptAnalysis r, List<Payment> payments) {
        return with(r, r.items(), r.vatSummary(), payments, r.totalAmount());
    }

    private static ReceiptAnalysis with(
            ReceiptAnalysis r, List<Item> items, List<VatLine> table, List<Payment> payments, Money total) {
        return new ReceiptAnalysis(
                r.store(),
                r.nip(),
                r.receiptNumber(),
                r.date(),
                r.time(),
                r.currency(),
                items,
                r.discounts(),
                r.deposits(),
                payments,
                table,
                total,
                r.amountDue(),
                r.verification(),
                r.provenance(),
                r.engine(),
                r.receiptsInFile());
    }
}
