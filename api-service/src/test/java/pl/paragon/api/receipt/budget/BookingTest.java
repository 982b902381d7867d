package pl.paragon.api.receipt.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pl.paragon.api.Samples;
import pl.paragon.contracts.receipt.Deposit;
import pl.paragon.contracts.receipt.Discount;
import pl.paragon.contracts.receipt.Item;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.ReceiptAnalysis;

class BookingTest {

    @Test
    void shouldDivideWhatWasPaidByCategory() {
        assertThat(booking(Samples.analysis()))
                .isEqualTo(new Booking(
                        Money.of("16.50"),
                        List.of(
                                new Part("Pieczywo > Chleby", List.of("CHLEB WIEJSKI"), Money.of("8.00")),
                                new Part("Inne", List.of("SER K?"), Money.of("7.50")),
                                new Part(Booking.DEPOSITS, List.of("BUTELKA ZWROTNA"), Money.of("1.00")))));
    }

    @Test
    void shouldSumGoodsOfACategoryAndLeaveOutWhatWasVoided() {
        // given
        List<Item> items = List.of(
                item("A", "Nabiał", "1.00"),
                item("B", "Inne", "2.00"),
                item("C", "Nabiał", "3.00"),
                voided(item("D", "Nabiał", "9.00")));

        // when, then
        assertThat(booking(receipt(items, List.of(), List.of(), "6.00")).parts())
                .containsExactly(
                        new Part("Nabiał", List.of("A", "C"), Money.of("4.00")),
                        new Part("Inne", List.of("B"), Money.of("2.00")));
    }

    @Test
    void shouldLowerAllGoodsByADiscountOfTheWholeReceipt() {
        // given: 1.00 over three equal parts, which 100 is not divisible by
        List<Item> items = List.of(item("A", "X", "3.00"), item("B", "Y", "3.00"), item("C", "Z", "3.00"));
        Discount ofAll = new Discount("RABAT", Money.of("1.00"), List.of(), null);

        // when
        List<Part> parts =
                booking(receipt(items, List.of(ofAll), List.of(), "8.00")).parts();

        // then
        assertThat(parts)
                .extracting(Part::amount)
                .containsExactly(Money.of("2.67"), Money.of("2.67"), Money.of("2.66"));
    }

    @Test
    void shouldSayWhatTheLinesDoNotAccountFor() {
        List<Item> items = List.of(item("A", "X", "3.00"), item("B", "Y", null));

        assertThat(booking(receipt(items, List.of(), List.of(), "8.00")).parts())
                .containsExactly(
                        new Part("X", List.of("A"), Money.of("3.00")), new Part(null, List.of(), Money.of("5.00")));
    }

    @Test
    void shouldHaveOnlyPositivePartsForABudgetThatKnowsNoOthers() {
        // given: packaging was brought back
        List<Item> items = List.of(item("A", "X", "6.00"), item("B", "Y", "3.00"));
        Deposit returned = new Deposit("PUSZKA", null, Money.of("-1.00"), null);
        Booking booking = booking(receipt(items, List.of(), List.of(returned), "8.00"));

        // when, then
        assertThat(booking.parts()).contains(new Part(Booking.DEPOSITS, List.of("PUSZKA"), Money.of("-1.00")));
        assertThat(booking.positiveParts())
                .containsExactly(
                        new Part("X", List.of("A"), Money.of("5.33")), new Part("Y", List.of("B"), Money.of("2.67")));
    }

    @Test
    void shouldBeOnePartIfTheShopGaveBackMoreThanItTook() {
        List<Item> items = List.of(item("A", "X", "1.00"));
        Deposit returned = new Deposit("SKRZYNKA", null, Money.of("-20.00"), null);

        assertThat(booking(receipt(items, List.of(), List.of(returned), "-19.00"))
                        .positiveParts())
                .containsExactly(new Part(null, List.of(), Money.of("-19.00")));
    }

    @Test
    void shouldBookNothingThatIsNotLegible() {
        assertThat(Booking.of(receipt(List.of(item("A", "X", "1.00")), List.of(), List.of(), null)))
                .isEmpty();
    }

    /** Also of receipts that do not add up, with discounts and deposits of any size. */
    @Test
    void shouldAlwaysSumToTheGrosz() {
        Random random = new Random(20_260_314);
        for (int i = 0; i < 20_000; i++) {
            // given
            List<Item> items = IntStream.range(0, random.nextInt(8))
                    .mapToObj(n -> item("G" + n, "C" + random.nextInt(4), amount(random, -50, 5_000)))
                    .toList();
            Discount discount = new Discount("RABAT", Money.of(amount(random, 0, 3_000)), List.of(), null);
            Deposit deposit = new Deposit("KAUCJA", null, Money.of(amount(random, -500, 500)), null);
            ReceiptAnalysis receipt =
                    receipt(items, List.of(discount), List.of(deposit), amount(random, -1_000, 20_000));

            // when
            Booking booking = booking(receipt);

            // then
            assertThat(sum(booking.parts())).isEqualTo(receipt.amountDue());
            assertThat(sum(booking.positiveParts())).isEqualTo(receipt.amountDue());
            assertThat(booking.positiveParts())
                    .noneMatch(part ->
                            receipt.amountDue().grosze() > 0 && part.amount().isNegative());
        }
    }

    private static String amount(Random random, int from, int to) {
        return Money.ofGrosze(random.nextInt(from, to)).toString();
    }

    private static Money sum(List<Part> parts) {
        return parts.stream().map(Part::amount).reduce(Money.ZERO, Money::plus);
    }

    private static Booking booking(ReceiptAnalysis receipt) {
        return Booking.of(receipt).orElseThrow();
    }

    private static Item item(String name, String category, String net) {
        Money price = net == null ? null : Money.of(net);
        return new Item(
                name,
                name,
                null,
                null,
                null,
                null,
                price,
                Money.ZERO,
                price,
                "A",
                category,
                null,
                null,
                null,
                false,
                1,
                null);
    }

    private static Item voided(Item item) {
        return new Item(
                item.name(),
                item.originalName(),
                null,
                null,
                null,
                null,
                item.totalPrice(),
                item.discount(),
                item.netPrice(),
                item.vatRate(),
                item.category(),
                null,
                null,
                null,
                true,
                1,
                null);
    }

    private static ReceiptAnalysis receipt(
            List<Item> items, List<Discount> discounts, List<Deposit> deposits, String due) {
        ReceiptAnalysis sample = Samples.analysis();
        return new ReceiptAnalysis(
                sample.store(),
                sample.nip(),
                sample.receiptNumber(),
                sample.date(),
                sample.time(),
                sample.currency(),
                items,
                discounts,
                deposits,
                List.of(),
                List.of(),
                null,
                due == null ? null : Money.of(due),
                sample.verification(),
                null,
                null,
                null);
    }
}
