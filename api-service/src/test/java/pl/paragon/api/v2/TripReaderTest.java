package pl.paragon.api.v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.paragon.api.error.ApiException;
import pl.paragon.api.v2.ShoppingTrip.Product;
import pl.paragon.contracts.receipt.Money;

class TripReaderTest {

    @Test
    void shouldReadWhatThePredecessorsClientsSend() {
        // when
        ShoppingTrip trip = read("""
                {"trip_date": "2024-06-01", "store_name": " LIDL ", "total_amount": 8.48, "products": [
                  {"name": "MLEKO", "quantity": 1.0, "unit_price": 4.99, "expiration_date": null, "is_consumed": false},
                  {"name": "CHLEB", "category": "Pieczywo", "unit_price": 3.4900000000000002}]}""");

        // then
        assertThat(trip)
                .isEqualTo(new ShoppingTrip(
                        LocalDate.of(2024, 6, 1),
                        "LIDL",
                        Money.of("8.48"),
                        List.of(
                                new Product("MLEKO", new BigDecimal("1.0"), Money.of("4.99")),
                                new Product("CHLEB", BigDecimal.ONE, Money.of("3.49")))));
    }

    @Test
    void shouldNeedNeitherProductsNorATotal() {
        ShoppingTrip trip = read("{\"trip_date\": \"2024-06-01T10:00:00\", \"store_name\": \"LIDL\"}");

        assertThat(trip.date()).isEqualTo(LocalDate.of(2024, 6, 1));
        assertThat(trip.total()).isNull();
        assertThat(trip.products()).isEmpty();
    }

    @Test
    void shouldListAllThatIsWrong() {
        List<TripReader.Fault> faults = faults("""
                {"trip_date": "yesterday", "total_amount": "a lot", "products": [
                  {"name": "MLEKO", "quantity": 1e99}, {"unit_price": true}, 7]}""");

        assertThat(faults)
                .extracting(TripReader.Fault::type, TripReader.Fault::loc)
                .containsExactly(
                        fault("date_from_datetime_parsing", "trip_date"),
                        fault("missing", "store_name"),
                        fault("float_parsing", "total_amount"),
                        fault("float_parsing", "products", 0, "quantity"),
                        fault("missing", "products", 1, "name"),
                        fault("float_parsing", "products", 1, "unit_price"),
                        fault("model_attributes_type", "products", 2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{no json | json_invalid",
                "[] | model_attributes_type",
                "null | model_attributes_type",
                "{\"trip_date\": \"2024-06-01\", \"store_name\": 5} | string_type",
                "{\"trip_date\": \"2024-06-01\", \"store_name\": \" \"} | string_type",
                "{\"trip_date\": \"2024-06-01\", \"store_name\": \"A\", \"products\": {}} | list_type"
            })
    void shouldSayWhatIsWrong(String json, String type) {
        assertThat(faults(json))
                .singleElement()
                .extracting(TripReader.Fault::type)
                .isEqualTo(type);
    }

    @Test
    void shouldSayThatThereIsNothing() {
        assertThat(faults(""))
                .singleElement()
                .extracting(TripReader.Fault::type)
                .isEqualTo("model_attributes_type");
    }

    private static Tuple fault(String type, Object... behindBody) {
        List<Object> loc = new ArrayList<>(List.of("body"));
        loc.addAll(List.of(behindBody));
        return Tuple.tuple(type, loc);
    }

    @SuppressWarnings("unchecked")
    private static List<TripReader.Fault> faults(String json) {
        ApiException refused = catchThrowableOfType(ApiException.class, () -> read(json));
        assertThat(refused.body().statusCode()).isEqualTo(422);
        assertThat(refused.body().errorCode()).isEqualTo("INVALID_RECEIPT");
        return (List<TripReader.Fault>) refused.body().detail();
    }

    private static ShoppingTrip read(String json) {
        return TripReader.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
