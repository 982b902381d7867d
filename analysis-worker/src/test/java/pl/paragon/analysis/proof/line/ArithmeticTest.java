package pl.paragon.analysis.proof.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.paragon.contracts.proof.Arithmetic;
import pl.paragon.contracts.receipt.Money;

class ArithmeticTest {

    @ParameterizedTest
    @CsvSource({"3696,23,691", "718,8,53", "7000,5,333", "13773,23,2575", "10371,5,494", "100,0,0"})
    void shouldTakeTheTaxOutOfAGrossAmountAsPrintersDo(long gross, BigDecimal rate, long tax) {
        assertThat(Arithmetic.taxWithin(gross, rate)).isEqualTo(tax);
    }

    @Property(tries = 300)
    void shouldMultiplyAsMoneyDoes(
            @ForAll @LongRange(min = 0, max = 99_999) long thousandths,
            @ForAll @LongRange(min = 0, max = 99_999) long price) {
        assertThat(Arithmetic.product(thousandths, price))
                .isEqualTo(Money.ofGrosze(price)
                        .times(BigDecimal.valueOf(thousandths, 3))
                        .grosze());
    }
}
