package pl.paragon.persistence.receipt.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.receipt.Duplicate.Kind;
import pl.paragon.contracts.receipt.Money;

class TraitsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 14);
    private static final LocalTime TIME = LocalTime.of(11, 58);
    private static final Traits RECEIPT = traits(
            "file", "1234563218", "000123", DAY, TIME, "15.50", "Pod Lipą", "4.00", "4.00", "3.50", "3.00", "1.00");

    @Test
    void shouldKnowTheSameFileWhateverWasReadFromIt() {
        assertThat(RECEIPT.likenessTo(traits("file", null, null, null, null, null, null)))
                .contains(Kind.SAME_FILE);
    }

    @Test
    void shouldKnowAnotherPictureByItsIdentity() {
        assertThat(RECEIPT.likenessTo(traits("other", "1234563218", "000123", DAY, null, "15.50", "Pod L?pa", "9.99")))
                .contains(Kind.SAME_RECEIPT);
    }

    @Test
    void shouldKnowAnotherPictureByNearlyAllOfItsPrices() {
        // of five, one was misread
        assertThat(RECEIPT.likenessTo(
                        traits("other", null, null, null, null, null, null, "4.00", "4.00", "8.50", "3.00", "1.00")))
                .contains(Kind.SAME_RECEIPT);
        // of five, two were
        assertThat(RECEIPT.likenessTo(
                        traits("other", null, null, null, null, null, null, "4.00", "4.00", "8.50", "8.00", "1.00")))
                .isEmpty();
        // a price that is there twice counts twice
        assertThat(RECEIPT.likenessTo(
                        traits("other", null, null, null, null, null, null, "4.00", "7.00", "7.50", "3.00", "1.00")))
                .isEmpty();
    }

    @Test
    void shouldNotTakeFewPricesForAReceipt() {
        Traits two = traits("a", null, null, null, null, null, null, "4.00", "3.00");

        assertThat(two.likenessTo(traits("b", null, null, null, null, null, null, "4.00", "3.00")))
                .isEmpty();
    }

    @Test
    void shouldNotTakeTheSamePricesOfAnotherDayShopOrTotalForTheSameReceipt() {
        String[] prices = {"4.00", "4.00", "3.50", "3.00", "1.00"};

        assertThat(RECEIPT.likenessTo(traits("b", null, null, DAY.plusDays(1), null, null, null, prices)))
                .isEmpty();
        assertThat(RECEIPT.likenessTo(traits("b", "7791011327", null, null, null, null, null, prices)))
                .isEmpty();
        assertThat(RECEIPT.likenessTo(traits("b", null, null, null, null, "15.60", null, prices)))
                .isEmpty();
    }

    @Test
    void shouldHintAtTheSamePurchase() {
        assertThat(RECEIPT.likenessTo(traits("b", null, null, DAY, null, "15.50", "POD LIPĄ", "15.50")))
                .contains(Kind.SAME_PURCHASE);
        assertThat(RECEIPT.likenessTo(traits("b", "1234563218", null, DAY, null, "15.50", null, "15.50")))
                .contains(Kind.SAME_PURCHASE);
        assertThat(RECEIPT.likenessTo(traits("b", null, null, DAY, null, "15.50", "Żabka", "15.50")))
                .isEmpty();
        assertThat(RECEIPT.likenessTo(traits("b", "1234563218", null, null, null, "15.50", null, "15.50")))
                .isEmpty();
    }

    /** The same breakfast for a colleague, paid by itself. */
    @Test
    void shouldOnlyHintIfTheNumberIsAnother() {
        String[] prices = {"4.00", "4.00", "3.50", "3.00", "1.00"};

        assertThat(RECEIPT.likenessTo(
                        traits("b", "1234563218", "000124", DAY, TIME.plusMinutes(1), "15.50", "Pod Lipą", prices)))
                .contains(Kind.SAME_PURCHASE);
        assertThat(RECEIPT.likenessTo(traits("b", "1234563218", "000128", DAY, TIME, "15.50", "Pod Lipą", prices)))
                .as("printed in the same minute: misread")
                .contains(Kind.SAME_RECEIPT);
    }

    private static Traits traits(
            String file,
            String nip,
            String number,
            LocalDate date,
            LocalTime time,
            String total,
            String store,
            String... prices) {
        List<Money> each = Arrays.stream(prices).map(Money::of).toList();
        return new Traits(file, nip, number, date, time, total == null ? null : Money.of(total), store, each);
    }
}
