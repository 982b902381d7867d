package pl.paragon.analysis.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.paragon.analysis.proof.Drafts.perhaps;
import static pl.paragon.analysis.proof.Drafts.plainly;

import org.junit.jupiter.api.Test;
import pl.paragon.analysis.engine.Checkpoint;
import pl.paragon.analysis.lexicon.Sum;
import pl.paragon.contracts.receipt.Verification.Verdict;

/** Which reading of a draft its equations prove, and what they leave alone. */
class ReconcilerTest {

    private final Reconciler reconciler = new Reconciler();

    @Test
    void shouldProveAReceiptWhoseLinesTaxesAndPaymentClose() {
        // when
        Proof proof = reconcile(new Drafts()
                .sold(2_000, 615, plainly(1230), 'A')
                .taxed('A', 23, plainly(1230), plainly(230))
                .said(Sum.TOTAL, plainly(1230))
                .paid(1230));

        // then
        assertThat(proof.verification().verdict()).isEqualTo(Verdict.PROVED);
        assertThat(proof.lines()).extracting(Proof.LineValue::repaired).containsOnlyNulls();
        assertThat(proof.totalRepair()).isNull();
    }

    @Test
    void shouldRepairTheOneLineThatTheSalesOfItsLetterTellOtherwise() {
        // when
        Proof proof = reconcile(new Drafts()
                .sold(perhaps(730, 130, 4.5), 'A')
                .sold(plainly(1100), 'A')
                .taxed('A', 23, plainly(1230), plainly(230))
                .said(Sum.TOTAL, plainly(1230)));

        // then
        assertThat(proof.lines()).extracting(Proof.LineValue::total).containsExactly(130L, 1100L);
        assertThat(proof.lines().getFirst().repaired()).isEqualTo("sum of the lines of its tax letter");
    }

    @Test
    void shouldLeaveLinesAsPrintedIfTwoRepairsExplainAsMuch() {
        // when
        Proof proof = reconcile(new Drafts()
                .sold(perhaps(730, 130, 4.5), 'A')
                .sold(perhaps(1100, 500, 4.5), 'A')
                .taxed('A', 23, plainly(1230), plainly(230))
                .said(Sum.TOTAL, plainly(1230)));

        // then
        assertThat(proof.lines()).extracting(Proof.LineValue::total).containsExactly(730L, 1100L);
        assertThat(proof.verification().verdict()).isEqualTo(Verdict.IN_DOUBT);
    }

    @Test
    void shouldReplaceALineByItsProductIfTheSumAgrees() {
        // when
        Proof proof = reconcile(new Drafts()
                .sold(2_000, 400, perhaps(860, 800, 4.5), 'A')
                .said(Sum.TOTAL, plainly(800))
                .paid(800));

        // then
        assertThat(proof.lines().getFirst().total()).isEqualTo(800);
        assertThat(proof.lines().getFirst().repaired()).isEqualTo("quantity × unit price, sum of all lines");
    }

    @Test
    void shouldTakeTheTotalThatLinesAndPaymentMake() {
        // when
        Proof proof = reconcile(new Drafts()
                .sold(plainly(800), 'A')
                .said(Sum.TOTAL, perhaps(300, 800, 2.5))
                .paid(1000)
                .change(200));

        // then
        assertThat(proof.totals().total()).isEqualTo(800);
        assertThat(proof.totalRepair()).isEqualTo("sum of the lines, or what was paid");
    }

    @Test
    void shouldSubtractADiscountOfTheWholeReceiptFromTheSumOfItsLines() {
        // when
        Proof proof = reconcile(new Drafts()
                .sold(plainly(800), 'A')
                .loweredAsAWhole(100)
                .said(Sum.TOTAL, plainly(700))
                .paid(700));

        // then
        assertThat(proof.itemDiscounts()).containsExactly(100L);
        assertThat(proof.verification().verdict()).isEqualTo(Verdict.PROVED);
    }

    @Test
    void shouldAcceptWhatTheTillRoundedOff() {
        // when
        Proof proof = reconcile(new Drafts()
                .sold(plainly(802), 'A')
                .said(Sum.TOTAL, plainly(800))
                .said(Sum.ROUNDING, plainly(2))
                .paid(800));

        // then
        assertThat(proof.verification().verdict()).isEqualTo(Verdict.PROVED);
    }

    @Test
    void shouldStayInDoubtWithoutALegibleTotal() {
        // when
        Proof proof = reconcile(new Drafts().sold(plainly(800), 'A').paid(800));

        // then
        assertThat(proof.totals().total()).isNull();
        assertThat(proof.verification().verdict()).isEqualTo(Verdict.IN_DOUBT);
    }

    @Test
    void shouldKeepALineWhoseValueIsIllegibleWithoutOne() {
        // when
        Proof proof =
                reconcile(new Drafts().sold(plainly(800), 'A').sold(null, 'A').said(Sum.TOTAL, plainly(1230)));

        // then
        assertThat(proof.lines()).extracting(Proof.LineValue::total).containsExactly(800L, null);
        assertThat(proof.verification().warnings()).contains("Nie udało się odczytać wartości pozycji „POZYCJA”.");
    }

    private Proof reconcile(Drafts drafts) {
        return reconciler.reconcile(drafts.draft(), Checkpoint.NONE);
    }
}
