package pl.paragon.analysis.model.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {

    @ParameterizedTest
    @CsvSource({"31.89, 3189", "31.890, 3189", "5, 500", "1e2, 10000", "-1.50, 150", "0, 0", "9999999.99, 999999999"})
    void shouldCountInGroszeWithoutTheSign(BigDecimal said, long grosze) {
        assertThat(Amounts.grosze(said)).hasValue(grosze);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.005", "10000000", "1e99", "1e999999999", "1e-999999999", "0.00000000000000000000001"})
    void shouldTakeNothingThatNoReceiptSays(BigDecimal said) {
        assertThat(Amounts.grosze(said)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2, 2000", "0.504, 504", "1.5, 1500"})
    void shouldCountQuantitiesInThousandths(BigDecimal said, long thousandths) {
        assertThat(Amounts.thousandths(said)).hasValue(thousandths);
    }
}
