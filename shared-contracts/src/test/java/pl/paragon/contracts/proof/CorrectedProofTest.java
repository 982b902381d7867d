package pl.paragon.contracts.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.receipt.Check;
import pl.paragon.contracts.receipt.Deposit;
import pl.paragon.contracts.receipt.Discount;
import pl.paragon.contracts.receipt.Holds;
import pl.paragon.contracts.receipt.Item;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.Payment;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.receipt.ReceiptsInFile;
import pl.paragon.contracts.receipt.Source;
import pl.paragon.contracts.receipt.Store;
import pl.paragon.contracts.receipt.VatLine;
import pl.paragon.contracts.receipt.Verification;
import pl.paragon.contracts.receipt.Verification.Verdict;
import pl.paragon.contracts.text.Box;

class CorrectedProofTest {

    private static final String TEXT = "CHLEB 2 x4,25 8,50A\nSER 7,50A";
    private static final Item BREAD = item("2", "4.25", "8.50", "0.00", "CHLEB 2 x4,25 8,50A");
    private static final Item CHEESE = item(null, null, "7.50", "0.00", "SER 7,50A");
    private static final List<Payment> PAID = List.of(new Payment("KARTA", Money.of("16.00"), null));
    private static final List<VatLine> TABLE = List.of(
            new VatLine("A", new BigDecimal("23"), Money.of("13.01"), Money.of("2.99"), Money.of("16.00"), null));

    /** As it is on paper, which nobody has proved yet. */
    private static final ReceiptAnalysis RIGHT = receipt(List.of(BREAD, CHEESE), PAID, TABLE, "16.00");

    @Test
    void shouldProveTheReceiptOnceAMisreadPriceIsCorrected() {
        // given
        ReceiptAnalysis misread = failing(
                receipt(List.of(item("2", "4.25", "3.50", "0.00", ""), CHEESE), PAID, TABLE, "16.00"),
                no("items_sum_to_total", "16.00", "11.00"),
                no("quantity_times_price", "3.50", "8.50"));

        // when
        Verification verification = CorrectedProof.of(RIGHT, misread, TEXT);

        // then
        assertThat(verification.verdict()).isEqualTo(Verdict.PROVED);
        assertThat(verification.warnings()).isEmpty();
        assertThat(verification.checks()).extracting(Check::holds).doesNotContain(Holds.NO);
        assertThat(check(verification, "quantity_times_price").lines()).containsExactly(1);
    }

    @Test
    void shouldSayInWordsWhatDoesNotAddUp() {
        // when
        Verification verification =
                CorrectedProof.of(receipt(List.of(BREAD, CHEESE), PAID, TABLE, "17.00"), proved(RIGHT), TEXT);

        // then
        assertThat(verification.verdict()).isEqualTo(Verdict.IN_DOUBT);
        assertThat(verification.warnings())
                .contains(
                        "Rachunek paragonu się nie domyka: sprawdź pozycje i sumę ze zdjęciem.",
                        "Nie zgadza się suma z pozycjami: na wydruku 17,00, z obliczeń 16,00 (różnica 1,00),"
                                + " wiersze 1, 2.");
    }

    @Test
    void shouldLeaveTheVerdictOfAReceiptWhoseFiguresNobodyTouched() {
        ReceiptAnalysis doubted = failing(RIGHT);

        assertThat(CorrectedProof.of(RIGHT, doubted, TEXT)).isEqualTo(doubted.verification());
    }

    @Test
    void shouldCountAmountsThatArePrintedAndAreNoField() {
        // given: the sum of the taxes, and a second total
        ReceiptAnalysis reading = proved(RIGHT, yes("taxes_sum", "2.99", "2.99"));
        ReceiptAnalysis twice = failing(RIGHT, no("total_printed_again", "18.00", "16.00"));
        List<VatLine> dearer = List.of(
                new VatLine("A", new BigDecimal("23"), Money.of("14.63"), Money.of("3.37"), Money.of("18.00"), null));
        ReceiptAnalysis consistentlyWrong = receipt(
                List.of(item("2", "5.25", "10.50", "0.00", ""), CHEESE),
                List.of(new Payment("KARTA", Money.of("18.00"), null)),
                dearer,
                "18.00");

        // when, then
        Verification lie = CorrectedProof.of(consistentlyWrong, reading, TEXT);
        assertThat(lie.verdict()).isEqualTo(Verdict.IN_DOUBT);
        assertThat(check(lie, "taxes_sum").holds()).isEqualTo(Holds.NO);
        Verification truth = CorrectedProof.of(consistentlyWrong, twice, TEXT);
        assertThat(truth.verdict()).isEqualTo(Verdict.PROVED);
        assertThat(truth.checks()).extracting(Check::name).doesNotContain("total_printed_again");
        Verification otherwise = CorrectedProof.of(
                receipt(List.of(BREAD, item(null, null, "7.50", "0.00", "x")), PAID, TABLE, "15.00"), twice, TEXT);
        assertThat(check(otherwise, "total_printed_again").holds()).isEqualTo(Holds.NO);
    }

    @Test
    void shouldNotProveWhatThePaymentContradictsOnceThatIsDeleted() {
        // given
        ReceiptAnalysis contradicted = failing(
                receipt(List.of(BREAD, CHEESE), List.of(new Payment("KARTA", Money.of("17.00"), null)), TABLE, "16.00"),
                no("payments_cover_amount_due", "16.00", "17.00"));

        // when
        Verification verification =
                CorrectedProof.of(receipt(List.of(BREAD, CHEESE), List.of(), TABLE, "16.00"), contradicted, TEXT);

        // then
        assertThat(verification.verdict()).isEqualTo(Verdict.CONSISTENT);
        assertThat(check(verification, "payments_cover_amount_due"))
                .isEqualTo(new Check("payments_cover_amount_due", Holds.UNKNOWN, Money.of("16.00"), null, List.of()));
    }

    @Test
    void shouldNotProveALineWhoseOwnEquationIsDeleted() {
        // given
        ReceiptAnalysis failing = failing(
                receipt(List.of(item("3", "4.25", "8.50", "0.00", ""), CHEESE), PAID, TABLE, "16.00"),
                no("quantity_times_price", "8.50", "12.75"));

        // when
        ReceiptAnalysis bare = receipt(List.of(item(null, null, "8.50", "0.00", ""), CHEESE), PAID, TABLE, "16.00");

        // then
        assertThat(CorrectedProof.of(bare, failing, TEXT).verdict()).isEqualTo(Verdict.CONSISTENT);
    }

    @Test
    void shouldKeepDoubtsThatNoEquationShows() {
        // given: all equations hold, and the reader was not sure
        ReceiptAnalysis unsure = verified(
                RIGHT, Verdict.CONSISTENT, proved(RIGHT).verification().checks().toArray(Check[]::new));
        ReceiptAnalysis corrected =
                receipt(List.of(BREAD, item("1", "7.50", "7.50", "0.00", "")), PAID, TABLE, "16.00");

        // when, then
        assertThat(CorrectedProof.of(corrected, unsure, TEXT).verdict()).isEqualTo(Verdict.CONSISTENT);
        assertThat(CorrectedProof.of(corrected, proved(RIGHT), TEXT).verdict()).isEqualTo(Verdict.PROVED);
    }

    @Test
    void shouldDoubtAReceiptWithoutATotalOrWithoutLines() {
        assertThat(CorrectedProof.of(receipt(List.of(BREAD, CHEESE), PAID, TABLE, null), proved(RIGHT), TEXT)
                        .warnings())
                .contains("Nie udało się odczytać sumy paragonu.");
        assertThat(CorrectedProof.of(receipt(List.of(), PAID, TABLE, "16.00"), proved(RIGHT), TEXT)
                        .verdict())
                .isEqualTo(Verdict.IN_DOUBT);
    }

    @Test
    void shouldAskForDiscountsThatAreListedAndStandOnNoLine() {
        // given
        ReceiptAnalysis corrected = new ReceiptAnalysis(
                Store.UNKNOWN,
                null,
                null,
                null,
                null,
                "PLN",
                List.of(BREAD, CHEESE),
                List.of(new Discount("RABAT", Money.of("1.00"), List.of(0), null)),
                List.<Deposit>of(),
                PAID,
                TABLE,
                Money.of("16.00"),
                Money.of("16.00"),
                RIGHT.verification(),
                Map.of(),
                null,
                ReceiptsInFile.ONE);

        // when, then
        Verification verification = CorrectedProof.of(corrected, proved(RIGHT), TEXT);
        assertThat(verification.verdict()).isEqualTo(Verdict.IN_DOUBT);
        assertThat(check(verification, "discounts_sum").holds()).isEqualTo(Holds.NO);
    }

    @Test
    void shouldKeepWarningsThatAreNotOfEquations() {
        // given
        ReceiptAnalysis cutOff = RIGHT.withVerification(new Verification(
                Verdict.IN_DOUBT, List.of(), List.of("Paragon jest ucięty.", "Nie zgadza się suma z pozycjami: 1.")));

        // when, then
        assertThat(CorrectedProof.of(receipt(List.of(BREAD), PAID, TABLE, "16.00"), cutOff, TEXT)
                        .warnings())
                .contains("Paragon jest ucięty.")
                .doesNotContain("Nie zgadza się suma z pozycjami: 1.");
    }

    private static Check check(Verification verification, String name) {
        return verification.checks().stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(verification));
    }

    private static Check yes(String name, String expected, String actual) {
        return new Check(name, Holds.YES, Money.of(expected), Money.of(actual), List.of());
    }

    private static Check no(String name, String expected, String actual) {
        return new Check(name, Holds.NO, Money.of(expected), Money.of(actual), List.of());
    }

    private static ReceiptAnalysis proved(ReceiptAnalysis receipt, Check... more) {
        Stream<Check> checks = Stream.of(
                yes("quantity_times_price", "8.50", "8.50"),
                yes("items_sum_to_total", "16.00", "16.00"),
                yes("tax_of_sales_A", "2.99", "2.99"),
                yes("sales_sum_to_total", "16.00", "16.00"),
                yes("payments_cover_amount_due", "16.00", "16.00"));
        return verified(
                receipt, Verdict.PROVED, Stream.concat(checks, Stream.of(more)).toArray(Check[]::new));
    }

    private static ReceiptAnalysis failing(ReceiptAnalysis receipt, Check... checks) {
        return verified(
                receipt,
                Verdict.IN_DOUBT,
                Stream.concat(
                                Stream.of(checks),
                                proved(receipt).verification().checks().stream().filter(held -> Stream.of(checks)
                                        .noneMatch(check -> check.name().equals(held.name()))))
                        .toArray(Check[]::new));
    }

    private static ReceiptAnalysis verified(ReceiptAnalysis receipt, Verdict verdict, Check... checks) {
        return receipt.withVerification(new Verification(verdict, List.of(checks), List.of()));
    }

    private static Item item(String quantity, String price, String total, String discount, String row) {
        Money net = Money.of(total).minus(Money.of(discount));
        return new Item(
                "Towar",
                "TOWAR",
                null,
                quantity == null ? null : new BigDecimal(quantity),
                "szt",
                price == null ? null : Money.of(price),
                Money.of(total),
                Money.of(discount),
                net,
                "A",
                null,
                null,
                null,
                null,
                false,
                0.9,
                new Source(1, new Box(0, 0, 10, 10), row, 0.9, null));
    }

    private static ReceiptAnalysis receipt(
            List<Item> items, List<Payment> payments, List<VatLine> table, String total) {
        Money sum = total == null ? null : Money.of(total);
        return new ReceiptAnalysis(
                Store.UNKNOWN,
                null,
                null,
                null,
                null,
                "PLN",
                items,
                List.of(),
                List.of(),
                payments,
                table,
                sum,
                sum,
                new Verification(Verdict.IN_DOUBT, List.of(), List.of()),
                Map.of(),
                null,
                ReceiptsInFile.ONE);
    }
}
