package pl.paragon.benchmarks.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.receipt.Money;

class ShoppingTest {

    private static final Habits HABITS =
            Habits.of(Goods.GROCERY, 3, 12).lowering(30, "Rabat").cancelling(30).withDeposits();

    @Test
    void shouldAddUpAsATillDoes() {
        for (Purchase purchase : purchases(300)) {
            Money lines = purchase.lines().stream()
                    .filter(line -> !line.voided())
                    .map(PurchaseLine::net)
                    .reduce(Money.ZERO, Money::plus);
            assertThat(purchase.total()).isEqualTo(lines);
            assertThat(purchase.due()).isEqualTo(purchase.total().plus(purchase.deposit()));
            assertThat(purchase.change().isNegative()).isFalse();
            assertThat(purchase.lines()).noneMatch(line -> line.net().isNegative());
        }
    }

    @Test
    void shouldChargeForPackagingOnlySinceTheLawBegan() {
        // when
        List<Purchase> withDeposits =
                purchases(600).stream().filter(p -> !p.deposits().isEmpty()).toList();

        // then
        assertThat(withDeposits).isNotEmpty();
        assertThat(withDeposits).allMatch(p -> !p.date().isBefore(LocalDate.of(2025, 10, 1)));
    }

    @Test
    void shouldInventTaxNumbersWithARightCheckDigit() {
        for (long seed = 0; seed < 100; seed++) {
            String nip = Shop.small(new SplittableRandom(seed)).nip();
            int[] weights = {6, 5, 7, 2, 3, 4, 5, 6, 7};
            int sum = 0;
            for (int i = 0; i < 9; i++) {
                sum += weights[i] * (nip.charAt(i) - '0');
            }
            assertThat(sum % 11).as(nip).isEqualTo(nip.charAt(9) - '0');
        }
    }

    private static List<Purchase> purchases(int count) {
        return LongStream.range(0, count)
                .mapToObj(SplittableRandom::new)
                .map(lot -> new Shopping(HABITS, lot).at(Shop.small(lot)))
                .toList();
    }
}
