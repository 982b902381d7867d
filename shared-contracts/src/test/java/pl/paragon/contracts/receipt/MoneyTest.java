package pl.paragon.contracts.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.paragon.contracts.json.Json;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({"26.90, 0.479, 12.89", "22.89, 0.232, 5.31", "0.01, 0.5, 0.01", "-0.01, 0.5, -0.01", "15.79, 1, 15.79"})
    void shouldMultiplyAsFiscalPrintersDo(String unitPrice, String quantity, String value) {
        assertThat(Money.of(unitPrice).times(new BigDecimal(quantity))).isEqualTo(Money.of(value));
    }

    @ParameterizedTest
    @CsvSource({"15.5, 15.50", "0, 0.00", "-3, -3.00", "10361660.45, 10361660.45"})
    void shouldKeepTwoDecimalsInJson(String amount, String json) {
        assertThat(Json.writeText(Money.of(amount))).isEqualTo(json);
        assertThat(Json.read(json.getBytes(), Money.class)).isEqualTo(Money.of(amount));
    }

    @Test
    void shouldRefuseAThirdDecimal() {
        assertThatThrownBy(() -> Money.of("1.005"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1.005");
    }

    @Test
    void shouldNotOverflowSilently() {
        assertThatThrownBy(() -> Money.ofGrosze(Long.MAX_VALUE).plus(Money.ofGrosze(1)))
                .isInstanceOf(ArithmeticException.class);
    }
}
