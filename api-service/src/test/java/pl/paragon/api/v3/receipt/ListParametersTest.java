package pl.paragon.api.v3.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.paragon.api.error.ApiException;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.saved.ReceiptFilter;
import pl.paragon.contracts.saved.ReceiptOrder;

class ListParametersTest {

    @Test
    void shouldMeanAllReceiptsIfNothingIsSaid() {
        for (ListParameters none :
                new ListParameters[] {parameters(Map.of()), parameters(Map.of("q", " ", "from", ""))}) {
            assertThat(none.filter()).isEqualTo(ReceiptFilter.ALL);
            assertThat(none.order()).isEqualTo(ReceiptOrder.NEWEST);
            assertThat(none.limit()).isEqualTo(20);
            assertThat(none.cursor()).isEmpty();
        }
    }

    @Test
    void shouldReadAmountsToTheGrosz() {
        ReceiptFilter filter = parameters(Map.of("min_amount", "0.1", "max_amount", "999999999.99"))
                .filter();

        assertThat(filter.atLeast()).isEqualTo(Money.ofGrosze(10));
        assertThat(filter.atMost()).isEqualTo(Money.ofGrosze(99_999_999_999L));
    }

    @ParameterizedTest
    @CsvSource({
        "q, ab cd",
        "q, 12,5",
        "store, %%%",
        "from, 2026-02-30",
        "from, 1.2.2026",
        "to, -999999999-01-01",
        "min_amount, '1,50'",
        "min_amount, 1.505",
        "min_amount, -1",
        "max_amount, 1e9",
        "max_amount, 1000000000",
        "verdict, PROVED",
        "sort, total",
        "limit, 0",
        "limit, 101",
        "limit, ten"
    })
    void shouldSayWhatIsWrong(String name, String value) {
        ListParameters parameters = parameters(Map.of(name, value));

        ApiException refusal = catchThrowableOfType(ApiException.class, () -> {
            parameters.filter();
            parameters.order();
            parameters.limit();
        });

        assertThat(refusal.body().statusCode()).isEqualTo(400);
        assertThat(refusal.body().details()).asString().contains("field=" + name);
    }

    @Test
    void shouldRefuseTextsThatNobodyTypesAndRangesThatHoldNothing() {
        for (Map<String, String> wrong : new Map[] {
            Map.of("q", "abc\u0000"),
            Map.of("category", "a".repeat(201)),
            Map.of("from", "2026-03-02", "to", "2026-03-01"),
            Map.of("min_amount", "2", "max_amount", "1")
        }) {
            assertThat(catchThrowableOfType(
                            ApiException.class, () -> parameters(wrong).filter()))
                    .isNotNull();
        }
        assertThat(catchThrowableOfType(ApiException.class, () -> parameters(Map.of("cursor", "a".repeat(1001)))
                        .cursor()))
                .isNotNull();
    }

    private static ListParameters parameters(Map<String, String> values) {
        return new ListParameters(new MultivaluedHashMap<>(values));
    }
}
