package pl.paragon.analysis.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.paragon.analysis.proof.Drafts.perhaps;
import static pl.paragon.analysis.proof.Drafts.plainly;

import org.junit.jupiter.api.Test;
import pl.paragon.analysis.engine.Checkpoint;
import pl.paragon.analysis.lexicon.Sum;
import pl.paragon.contracts.receipt.Check;
import pl.paragon.contracts.receipt.Holds;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.Verification;
import pl.paragon.contracts.receipt.Verification.Verdict;

/** Which equations a receipt's figures allow, whether they hold, and the verdict that follows. */
class ChecksTest {

    @Test
    void shouldFormEveryEquationThatTheFiguresAllow() {
        // when
        Verification verification = verify(closed().paid(1230));

        // then
        assertThat(verification.checks())
                .extracting(Check::name)
                .containsExactly(
                        "quantity_times_price",
                        "items_sum_to_total",
                        "items_sum_to_sales_A",
                        "tax_of_sales_A",
                        "taxes_sum",
                        "sales_sum_to_total",
                        "payments_cover_amount_due");
        assertThat(verification.checks()).extracting(Check::holds).containsOnly(Holds.YES);
        assertThat(verification.verdict()).isEqualTo(Verdict.PROVED);
    }

    @Test
    void shouldSayWhichRowsAnEquationIsAbout() {
        // given
        Drafts drafts =
                new Drafts().sold(plainly(500), 'A').sold(plainly(300), 'A').said(Sum.TOTAL, plainly(900));

        // when
        Check sum = check(verify(drafts), "items_sum_to_total");

        // then
        assertThat(sum.lines()).containsExactly(1, 2, 3);
        assertThat(sum.expected()).isEqualTo(Money.of("9.00"));
        assertThat(sum.actual()).isEqualTo(Money.of("8.00"));
        assertThat(sum.holds()).isEqualTo(Holds.NO);
    }

    @Test
    void shouldNotDecideASumIfOneOfItsLinesIsIllegible() {
        // when
        Verification verification =
                verify(new Drafts().sold(plainly(500), 'A').sold(null, 'A').said(Sum.TOTAL, plainly(900)));

        // then
        assertThat(check(verification, "items_sum_to_total").holds()).isEqualTo(Holds.UNKNOWN);
        assertThat(verification.verdict()).isEqualTo(Verdict.IN_DOUBT);
    }

    @Test
    void shouldDoubtAReceiptThatWasPaidByAnotherSum() {
        // when
        Verification verification = verify(closed().paid(1000));

        // then
        assertThat(check(verification, "payments_cover_amount_due").holds()).isEqualTo(Holds.NO);
        assertThat(verification.verdict()).isEqualTo(Verdict.IN_DOUBT);
    }

    @Test
    void shouldNotDecideByMoreCashThanIsToPayIfNoChangeIsLegible() {
        // when
        Verification verification = verify(closed().paidInCash(2000));

        // then
        assertThat(check(verification, "payments_cover_amount_due").holds()).isEqualTo(Holds.UNKNOWN);
        assertThat(verification.verdict()).as("the tax table is a second leg").isEqualTo(Verdict.PROVED);
    }

    @Test
    void shouldTakeAPaymentThatIsPrintedTwiceForOne() {
        // when
        Verification verification = verify(closed().paid(1230).paid(1230));

        // then
        assertThat(check(verification, "payments_cover_amount_due").holds()).isEqualTo(Holds.YES);
        assertThat(verification.verdict()).isEqualTo(Verdict.PROVED);
    }

    @Test
    void shouldDoubtATotalThatIsPrintedAgainWithAnotherValue() {
        // when
        Verification verification = verify(closed().said(Sum.TOTAL, plainly(1330)));

        // then
        assertThat(check(verification, "total_printed_again").expected()).isEqualTo(Money.of("13.30"));
        assertThat(verification.verdict()).isEqualTo(Verdict.IN_DOUBT);
    }

    @Test
    void shouldDoubtALineWhoseDiscountIsGreaterThanItself() {
        // when
        Verification verification = verify(new Drafts()
                .sold(plainly(500), 'A')
                .lowered(700, true)
                .sold(plainly(900), 'A')
                .said(Sum.TOTAL, plainly(700))
                .paid(700));

        // then
        assertThat(check(verification, "discount_within_line").holds()).isEqualTo(Holds.NO);
        assertThat(check(verification, "items_sum_to_total").holds()).isEqualTo(Holds.YES);
        assertThat(verification.verdict()).isEqualTo(Verdict.IN_DOUBT);
    }

    @Test
    void shouldTakeASumOfTaxesThatIsRoundedOnce() {
        // given 22,93 with 4,2878 and 36,87 with 1,7557 of tax: 6,0435
        Drafts drafts = new Drafts()
                .sold(plainly(2293), 'A')
                .sold(plainly(3687), 'C')
                .taxed('A', 23, plainly(2293), plainly(429))
                .taxed('C', 5, plainly(3687), plainly(176))
                .said(Sum.TAX, plainly(604))
                .said(Sum.TOTAL, plainly(5980));

        // when
        Verification verification = verify(drafts);

        // then
        assertThat(check(verification, "taxes_sum").holds()).isEqualTo(Holds.YES);
        assertThat(check(verification, "taxes_sum").expected()).isEqualTo(Money.of("6.04"));
    }

    @Test
    void shouldComparePrintedDiscountsWithThoseGiven() {
        // given
        Drafts drafts = new Drafts()
                .sold(plainly(500), 'A')
                .lowered(100, true)
                .said(Sum.DISCOUNTS, plainly(150))
                .said(Sum.TOTAL, plainly(400));

        // then
        assertThat(check(verify(drafts), "discounts_sum").holds()).isEqualTo(Holds.NO);
    }

    @Test
    void shouldAddDepositsToWhatIsToPay() {
        // given
        Drafts drafts = new Drafts()
                .sold(plainly(500), 'A')
                .said(Sum.TOTAL, plainly(500))
                .deposit(50)
                .said(Sum.DUE, plainly(550));

        // then
        assertThat(check(verify(drafts), "total_with_deposits").holds()).isEqualTo(Holds.YES);
    }

    @Test
    void shouldNotProveATotalThatStandsOnOneLeg() {
        // when
        Verification verification =
                verify(new Drafts().sold(2_000, 250, plainly(500), 'A').said(Sum.TOTAL, plainly(500)));

        // then
        assertThat(verification.verdict()).isEqualTo(Verdict.CONSISTENT);
    }

    @Test
    void shouldNotProveWithARowThatMayBeTheTotalAgain() {
        // when
        Verification verification = verify(new Drafts()
                .sold(plainly(500), 'A')
                .said(Sum.TOTAL, plainly(500))
                .paid(500));

        // then
        assertThat(verification.verdict()).isEqualTo(Verdict.CONSISTENT);
    }

    @Test
    void shouldNotProveWhileADiscountMayBelongToAnotherLine() {
        // when
        Verification verification = verify(new Drafts()
                .sold(plainly(500), 'A')
                .lowered(100, false)
                .sold(plainly(300), 'A')
                .said(Sum.TOTAL, plainly(700))
                .paid(700));

        // then
        assertThat(verification.verdict()).isEqualTo(Verdict.CONSISTENT);
    }

    @Test
    void shouldNotProveWhileAnAmountIsLeftOver() {
        // when
        Verification verification = verify(closed().stray());

        // then
        assertThat(verification.verdict()).isEqualTo(Verdict.CONSISTENT);
    }

    @Test
    void shouldNotProveWhatOnlyASumSpeaksFor() {
        // when
        Verification verification = verify(new Drafts()
                .sold(perhaps(500, 580, 4.5), 'A')
                .sold(plainly(300), 'A')
                .said(Sum.TOTAL, plainly(880))
                .paid(880));

        // then
        assertThat(check(verification, "items_sum_to_total").holds()).isEqualTo(Holds.YES);
        assertThat(verification.verdict()).isEqualTo(Verdict.CONSISTENT);
    }

    @Test
    void shouldDoubtAReceiptWhoseTaxDoesNotFollowFromItsSales() {
        // when
        Verification verification = verify(new Drafts()
                .sold(plainly(1230), 'A')
                .taxed('A', 23, plainly(1230), plainly(999))
                .said(Sum.TOTAL, plainly(1230)));

        // then
        assertThat(check(verification, "tax_of_sales_A").holds()).isEqualTo(Holds.NO);
        assertThat(verification.verdict()).isEqualTo(Verdict.IN_DOUBT);
        assertThat(verification.warnings())
                .anySatisfy(warning -> assertThat(warning).contains("podatek A", "9,99", "2,30", "różnica 7,69"));
    }

    private static Drafts closed() {
        return new Drafts()
                .sold(2_000, 615, plainly(1230), 'A')
                .taxed('A', 23, plainly(1230), plainly(230))
                .said(Sum.TAX, plainly(230))
                .said(Sum.TOTAL, plainly(1230));
    }

    private static Verification verify(Drafts drafts) {
        return new Reconciler().reconcile(drafts.draft(), Checkpoint.NONE).verification();
    }

    private static Check check(Verification verification, String name) {
        return verification.checks().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
