package pl.paragon.api.v2;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import pl.paragon.api.v2.ShoppingTrip.Product;
import pl.paragon.contracts.receipt.AnalyzedReceipt;
import pl.paragon.contracts.receipt.Holds;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.Verification;
import pl.paragon.contracts.receipt.Verification.Verdict;

class ShoppingTripTest {

    private static final Product MILK = new Product("MLEKO", new BigDecimal("2"), Money.of("4.99"));
    private static final Product CHEESE = new Product("SER", new BigDecimal("0.250"), Money.of("39.90"));
    private static final Product UNPRICED = new Product("CHLEB", BigDecimal.ONE, null);

    @Test
    void shouldBecomeAReceiptWhoseProductsSumToItsTotal() {
        // when
        AnalyzedReceipt receipt = trip(Money.of("19.96"), MILK, CHEESE).receipt();

        // then
        assertThat(receipt.ocrText())
                .isEqualTo("LIDL\n2024-06-01\nMLEKO 2 x 4.99 9.98\nSER 0.250 x 39.90 9.98\nSUMA PLN 19.96");
        assertThat(receipt.analysis().store().name()).isEqualTo("LIDL");
        assertThat(receipt.analysis().date()).isEqualTo(LocalDate.of(2024, 6, 1));
        assertThat(receipt.analysis().totalAmount()).isEqualTo(Money.of("19.96"));
        assertThat(receipt.analysis().engine()).isEqualTo("client");
        assertThat(receipt.analysis().items().stream().map(item -> item.totalPrice()))
                .containsExactly(Money.of("9.98"), Money.of("9.98"));
        assertThat(verification(receipt).verdict()).isEqualTo(Verdict.CONSISTENT);
        assertThat(verification(receipt).checks()).singleElement().satisfies(check -> assertThat(check.holds())
                .isEqualTo(Holds.YES));
    }

    @Test
    void shouldBeInDoubtIfTheProductsDoNotSumToTheTotal() {
        AnalyzedReceipt receipt = trip(Money.of("20.00"), MILK, CHEESE).receipt();

        assertThat(verification(receipt).verdict()).isEqualTo(Verdict.IN_DOUBT);
        assertThat(verification(receipt).checks().getFirst().actual()).isEqualTo(Money.of("19.96"));
    }

    @Test
    void shouldInventNeitherAPriceNorATotal() {
        // when
        AnalyzedReceipt unpriced = trip(Money.of("9.98"), MILK, UNPRICED).receipt();
        AnalyzedReceipt open = trip(null, MILK).receipt();

        // then
        assertThat(unpriced.analysis().items().getLast().totalPrice()).isNull();
        assertThat(verification(unpriced).verdict()).isEqualTo(Verdict.CONSISTENT);
        assertThat(verification(unpriced).checks().getFirst().holds()).isEqualTo(Holds.UNKNOWN);
        assertThat(open.analysis().totalAmount()).isNull();
        assertThat(open.ocrText()).doesNotContain("SUMA");
        assertThat(verification(open).verdict()).isEqualTo(Verdict.IN_DOUBT);
    }

    private static Verification verification(AnalyzedReceipt receipt) {
        return receipt.analysis().verification();
    }

    private static ShoppingTrip trip(Money total, Product... products) {
        return new ShoppingTrip(LocalDate.of(2024, 6, 1), "LIDL", total, List.of(products));
    }
}
