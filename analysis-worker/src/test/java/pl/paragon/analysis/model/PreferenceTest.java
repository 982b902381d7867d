package pl.paragon.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pl.paragon.analysis.draft.Draft;
import pl.paragon.analysis.proof.Proof;
import pl.paragon.analysis.proof.Proved;
import pl.paragon.analysis.proof.closing.Totals;
import pl.paragon.analysis.rows.Printout;
import pl.paragon.analysis.rows.Trace;
import pl.paragon.contracts.receipt.Check;
import pl.paragon.contracts.receipt.Holds;
import pl.paragon.contracts.receipt.Verification;
import pl.paragon.contracts.receipt.Verification.Verdict;
import pl.paragon.contracts.text.Box;

class PreferenceTest {

    @Test
    void shouldPreferTheBetterVerdict() {
        assertThat(Preference.isBetter(result(Verdict.PROVED, 1000L), result(Verdict.CONSISTENT, 1000L)))
                .isTrue();
        assertThat(Preference.isBetter(result(Verdict.CONSISTENT, 1000L), result(Verdict.IN_DOUBT, 1000L)))
                .isTrue();
    }

    @Test
    void shouldKeepTheBetterVerdictHoweverMuchElseHolds() {
        assertThat(Preference.isBetter(
                        result(Verdict.CONSISTENT, 1000L, "sales_sum_to_total+", "taxes_sum+"),
                        result(Verdict.PROVED, 1000L, "items_sum_to_total+")))
                .isFalse();
        assertThat(Preference.isBetter(
                        result(Verdict.IN_DOUBT, 1000L, "taxes_sum+"), result(Verdict.CONSISTENT, 1000L)))
                .isFalse();
    }

    @Test
    void shouldKeepWhatStandsWhereBothAreAlike() {
        for (Verdict verdict : Verdict.values()) {
            assertThat(Preference.isBetter(result(verdict, 1000L, "taxes_sum+"), result(verdict, 1000L, "taxes_sum+")))
                    .isFalse();
        }
    }

    @Test
    void shouldPreferMoreSumsThatHoldUnderTheSameVerdict() {
        // given
        Proved one = result(Verdict.IN_DOUBT, 1000L, "taxes_sum+", "sales_sum_to_total-");
        Proved two = result(Verdict.IN_DOUBT, 1000L, "taxes_sum+", "items_sum_to_total+", "sales_sum_to_total-");

        // then
        assertThat(Preference.isBetter(two, one)).isTrue();
        assertThat(Preference.isBetter(one, two)).isFalse();
    }

    @Test
    void shouldPreferFewerThatFailUnderTheSameVerdict() {
        // given
        Proved one = result(Verdict.IN_DOUBT, 1000L, "items_sum_to_total-");
        Proved two = result(Verdict.IN_DOUBT, 1000L, "items_sum_to_total-", "quantity_times_price-");

        // then
        assertThat(Preference.isBetter(one, two)).isTrue();
        assertThat(Preference.isBetter(two, one)).isFalse();
    }

    @Test
    void shouldNotTradeASumForAnother() {
        // given
        Proved moreHolds = result(Verdict.IN_DOUBT, 1000L, "taxes_sum+", "discounts_sum+", "items_sum_to_total-");
        Proved lessFails = result(Verdict.IN_DOUBT, 1000L, "taxes_sum+");

        // then
        assertThat(Preference.isBetter(moreHolds, lessFails)).isFalse();
        assertThat(Preference.isBetter(lessFails, moreHolds)).isFalse();
    }

    @Test
    void shouldNotPreferMoreLinesBecauseTheyMultiply() {
        assertThat(Preference.isBetter(
                        result(Verdict.CONSISTENT, 1000L, "quantity_times_price+", "quantity_times_price+"),
                        result(Verdict.CONSISTENT, 1000L, "quantity_times_price+")))
                .isFalse();
    }

    @Test
    void shouldNotPreferWhatLeavesMoreOpen() {
        assertThat(Preference.isBetter(
                        result(1, Verdict.CONSISTENT, 1000L, "taxes_sum+"), result(Verdict.CONSISTENT, 1000L)))
                .isFalse();
    }

    @Test
    void shouldChangeTheTotalOnlyWhereThatIsProved() {
        assertThat(Preference.isBetter(result(Verdict.CONSISTENT, 0L), result(Verdict.IN_DOUBT, 1000L)))
                .isFalse();
        assertThat(Preference.isBetter(result(Verdict.IN_DOUBT, 0L, "taxes_sum+"), result(Verdict.IN_DOUBT, 1000L)))
                .isFalse();
        assertThat(Preference.isBetter(result(Verdict.PROVED, 1001L, "taxes_sum+"), result(Verdict.PROVED, 1000L)))
                .isFalse();
        assertThat(Preference.isBetter(result(Verdict.PROVED, 1001L), result(Verdict.IN_DOUBT, 1000L)))
                .isTrue();
    }

    @Test
    void shouldTakeATotalWhereNoneWasReadOnlyIfAllCloses() {
        assertThat(Preference.isBetter(result(Verdict.CONSISTENT, 1000L), result(Verdict.IN_DOUBT, null)))
                .isTrue();
        assertThat(Preference.isBetter(result(1, Verdict.CONSISTENT, 1000L), result(Verdict.IN_DOUBT, null)))
                .isFalse();
        assertThat(Preference.isBetter(result(Verdict.IN_DOUBT, 1000L, "taxes_sum+"), result(Verdict.IN_DOUBT, null)))
                .isFalse();
    }

    @Test
    void shouldNeverGiveATotalUp() {
        assertThat(Preference.isBetter(
                        result(Verdict.IN_DOUBT, null, "taxes_sum+", "discounts_sum+"),
                        result(Verdict.IN_DOUBT, null, "items_sum_to_total-")))
                .isFalse();
    }

    private static Proved result(Verdict verdict, Long total, String... checks) {
        return result(0, verdict, total, checks);
    }

    /** @param checks names, each with {@code +} where it holds and {@code -} where it fails */
    private static Proved result(int open, Verdict verdict, Long total, String... checks) {
        List<Check> formed = new ArrayList<>();
        for (String check : checks) {
            String name = check.substring(0, check.length() - 1);
            formed.add(new Check(name, Holds.of(check.endsWith("+")), null, null, List.of()));
        }
        Totals totals = total == null ? Totals.illegible(null) : Totals.withoutTable(total, null, 0, 99);
        Verification verification = new Verification(verdict, formed, List.of());
        List<Trace> strays = IntStream.range(0, open)
                .mapToObj(i -> new Trace(i + 1, 1, new Box(0, 0, 1, 1), "1,00", 1))
                .toList();
        Draft draft = new Draft(
                null, null, null, null, null, null, "PLN", List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), false, strays, List.of());
        return new Proved(
                new Printout(List.of()), draft, new Proof(List.of(), List.of(), totals, total, null, verification));
    }
}
