package pl.paragon.analysis.proof.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.paragon.analysis.proof.Drafts.perhaps;
import static pl.paragon.analysis.proof.Drafts.plainly;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pl.paragon.analysis.engine.Checkpoint;
import pl.paragon.analysis.lexicon.Sum;
import pl.paragon.analysis.proof.Drafts;
import pl.paragon.contracts.receipt.Holds;

/** Reading tax table and totals so that they agree with each other. */
class TotalsDecoderTest {

    @Test
    void shouldReadATableThatCloses() {
        // when
        Totals totals = decode(new Drafts()
                .taxed('A', 23, plainly(1230), plainly(230))
                .taxed('C', 5, plainly(1050), plainly(50))
                .said(Sum.TAX, plainly(280))
                .said(Sum.TOTAL, plainly(2280)));

        // then
        assertThat(totals.total()).isEqualTo(2280);
        assertThat(totals.gross()).isEqualTo(Map.of('A', 1230L, 'C', 1050L));
        assertThat(totals.tax()).isEqualTo(Map.of('A', 230L, 'C', 50L));
        assertThat(totals.taxHolds()).isEqualTo(Map.of('A', Holds.YES, 'C', Holds.YES));
        assertThat(totals.taxesSum()).isEqualTo(Holds.YES);
        assertThat(totals.grossSumsToTotal()).isEqualTo(Holds.YES);
        assertThat(totals.cost()).isZero();
    }

    @Test
    void shouldRepairSalesFromWhichTheirTaxDoesNotFollow() {
        // when
        Totals totals = decode(new Drafts()
                .taxed('A', 23, perhaps(7230, 1230, 4.5), plainly(230))
                .said(Sum.TOTAL, plainly(1230)));

        // then
        assertThat(totals.gross()).isEqualTo(Map.of('A', 1230L));
        assertThat(totals.taxHolds()).isEqualTo(Map.of('A', Holds.YES));
        assertThat(totals.cost()).isEqualTo(4.5);
    }

    @Test
    void shouldRepairATotalThatIsNotTheSumOfTheSales() {
        // when
        Totals totals = decode(
                new Drafts().taxed('A', 23, plainly(1230), plainly(230)).said(Sum.TOTAL, perhaps(1280, 1230, 4.5)));

        // then
        assertThat(totals.total()).isEqualTo(1230);
        assertThat(totals.grossSumsToTotal()).isEqualTo(Holds.YES);
    }

    @Test
    void shouldSayThatATableDoesNotSumIfNoReadingOfItDoes() {
        // when
        Totals totals =
                decode(new Drafts().taxed('A', 23, plainly(1230), plainly(230)).said(Sum.TOTAL, plainly(9999)));

        // then
        assertThat(totals.total()).isEqualTo(9999);
        assertThat(totals.grossSumsToTotal()).isEqualTo(Holds.NO);
    }

    @Test
    void shouldNotCompareTheTotalWithATableThatLacksSales() {
        for (long total : new long[] {1230, 2310}) {
            // when
            Totals totals = decode(new Drafts()
                    .taxed('A', 23, plainly(1230), plainly(230))
                    .taxed('B', 8, null, plainly(80))
                    .said(Sum.TOTAL, plainly(total)));

            // then
            assertThat(totals.grossSumsToTotal()).isEqualTo(Holds.UNKNOWN);
        }
    }

    @Test
    void shouldAssumeAUsualRateIfTheTaxTellsThatThePrintedOneWasMisread() {
        // when
        Totals totals = decode(new Drafts()
                .withUnsureRates()
                .taxed('A', 28, plainly(1230), plainly(230))
                .said(Sum.TOTAL, plainly(1230)));

        // then
        assertThat(totals.taxHolds()).isEqualTo(Map.of('A', Holds.YES));
        assertThat(totals.cost()).as("an assumption is dear").isEqualTo(4);
    }

    @Test
    void shouldNotSumTaxesIfOneIsIllegible() {
        // when
        Totals totals = decode(new Drafts()
                .taxed('A', 23, plainly(1230), null)
                .said(Sum.TAX, plainly(230))
                .said(Sum.TOTAL, plainly(1230)));

        // then
        assertThat(totals.taxesSum()).isEqualTo(Holds.UNKNOWN);
        assertThat(totals.taxTotal()).isEqualTo(230);
    }

    @Test
    void shouldPreferTheTotalThatAWitnessSpeaksFor() {
        // given
        Drafts drafts = new Drafts().said(Sum.TOTAL, perhaps(300, 800, 2.5));

        // then
        assertThat(decode(drafts, 800).total()).isEqualTo(800);
        assertThat(decode(drafts).total()).isEqualTo(300);
    }

    @Test
    void shouldSayByHowMuchAnotherTotalIsDearer() {
        // when
        Totals totals = decode(new Drafts().said(Sum.TOTAL, perhaps(800, 300, 2.5)));

        // then
        assertThat(totals.margin()).isEqualTo(2.5);
    }

    @Test
    void shouldFindNoTotalWhereNoneIsPrinted() {
        assertThat(decode(new Drafts()).total()).isNull();
    }

    private static Totals decode(Drafts drafts, long... witnesses) {
        List<Long> others = Arrays.stream(witnesses).boxed().toList();
        return new TotalsDecoder(drafts.draft(), others, Checkpoint.NONE).decode();
    }
}
