package pl.paragon.api.v2;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import pl.paragon.api.error.ApiError;
import pl.paragon.api.error.ApiException;
import pl.paragon.api.error.ErrorBody;
import pl.paragon.api.v2.ShoppingTrip.Product;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.receipt.Money;

/**
 * Reads a shopping trip from its JSON, and says of all fields at once what is wrong with them, as the predecessor's
 * framework did. Fields that it does not know are passed over.
 */
final class TripReader {

    private static final int LONGEST_NAME = 255;
    private static final int MOST_PRODUCTS = 1_000;
    private static final BigDecimal LARGEST = BigDecimal.valueOf(10_000_000);
    private static final int QUANTITY_DECIMALS = 3;
    /** Digits as people and programs write them. An exponent may be huge, and is kept small. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,20}(?:\\.\\d{0,30})?(?:[eE][+-]?\\d)?");

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;
    private static final int LONGEST_ECHO = 100;

    /** One field that is wrong. The names are those of FastAPI's errors. */
    record Fault(String type, List<Object> loc, String msg, Object input) {

        /** Only a short text is repeated. */
        static Fault of(String type, List<Object> loc, String msg, JsonNode input) {
            boolean echoed =
                    input != null && input.isTextual() && input.asText().length() <= LONGEST_ECHO;
            return new Fault(type, loc, msg, echoed ? input.asText() : null);
        }
    }

    private final List<Fault> faults = new ArrayList<>();

    private TripReader() {}

    /** @throws ApiException 422 with what is wrong */
    static ShoppingTrip read(byte[] json) {
        TripReader reader = new TripReader();
        try {
            JsonNode body = Json.mapper().readTree(json);
            ShoppingTrip trip = reader.trip(body);
            if (reader.faults.isEmpty()) {
                return trip;
            }
        } catch (JsonProcessingException e) {
            reader.faults.add(new Fault("json_invalid", List.of("body"), "JSON decode error", Map.of()));
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot be read", e);
        }
        throw ApiException.of(body(reader.faults));
    }

    static ErrorBody body(List<Fault> faults) {
        Fault first = faults.getFirst();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("field", field(first.loc()));
        details.put("error", first.msg());
        return ErrorBody.withDetail(ApiError.INVALID_RECEIPT, first.msg(), details, faults);
    }

    private static String field(List<Object> loc) {
        return String.join(".", loc.stream().skip(1).map(String::valueOf).toList());
    }

    private ShoppingTrip trip(JsonNode body) {
        List<Object> at = List.of("body");
        if (body == null || !body.isObject()) {
            faults.add(Fault.of("model_attributes_type", at, "Input should be a valid dictionary", body));
            return null;
        }
        LocalDate date = date(body.get("trip_date"), with(at, "trip_date"));
        String store = name(body.get("store_name"), with(at, "store_name"));
        BigDecimal total = number(body.get("total_amount"), with(at, "total_amount"));
        List<Product> products = products(body.get("products"), with(at, "products"));
        return new ShoppingTrip(date, store, money(total), products);
    }

    private List<Product> products(JsonNode list, List<Object> at) {
        if (isAbsent(list)) {
            return List.of();
        }
        if (!list.isArray()) {
            faults.add(Fault.of("list_type", at, "Input should be a valid list", list));
            return List.of();
        }
        if (list.size() > MOST_PRODUCTS) {
            faults.add(new Fault("too_long", at, "List should have at most " + MOST_PRODUCTS + " items", list.size()));
            return List.of();
        }
        List<Product> products = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            products.add(product(list.get(i), with(at, i)));
        }
        return products;
    }

    private Product product(JsonNode product, List<Object> at) {
        if (!product.isObject()) {
            faults.add(Fault.of("model_attributes_type", at, "Input should be a valid dictionary", product));
            return null;
        }
        String name = name(product.get("name"), with(at, "name"));
        BigDecimal quantity = number(product.get("quantity"), with(at, "quantity"));
        BigDecimal unitPrice = number(product.get("unit_price"), with(at, "unit_price"));
        return new Product(
                name,
                quantity == null
                        ? BigDecimal.ONE
                        : quantity.setScale(
                                Math.min(Math.max(quantity.scale(), 0), QUANTITY_DECIMALS), RoundingMode.HALF_UP),
                money(unitPrice));
    }

    private LocalDate date(JsonNode value, List<Object> at) {
        if (isAbsent(value)) {
            missing(at);
            return null;
        }
        try {
            // A time behind the date is passed over: a date and time is what some clients have at hand.
            LocalDate date = LocalDate.parse(value.asText().split("T", 2)[0]);
            if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
                return date;
            }
        } catch (DateTimeParseException e) {
            // as below
        }
        faults.add(Fault.of(
                "date_from_datetime_parsing", at, "Input should be a valid date in the format YYYY-MM-DD", value));
        return null;
    }

    private String name(JsonNode value, List<Object> at) {
        if (isAbsent(value)) {
            missing(at);
            return null;
        }
        if (!value.isTextual() || value.asText().isBlank()) {
            faults.add(Fault.of("string_type", at, "Input should be a valid string", value));
            return null;
        }
        String name = value.asText().strip();
        if (name.length() > LONGEST_NAME) {
            faults.add(new Fault(
                    "string_too_long",
                    at,
                    "String should have at most " + LONGEST_NAME + " characters",
                    name.length()));
        }
        return name;
    }

    /** Numbers that come as text are numbers, too. */
    private BigDecimal number(JsonNode value, List<Object> at) {
        if (isAbsent(value)) {
            return null;
        }
        String text = value.isValueNode() ? value.asText().strip() : "";
        if (NUMBER.matcher(text).matches()) {
            BigDecimal number = new BigDecimal(text);
            if (number.abs().compareTo(LARGEST) <= 0) {
                return number;
            }
        }
        faults.add(Fault.of("float_parsing", at, "Input should be a valid number of at most " + LARGEST, value));
        return null;
    }

    /** To the grosz: a client that adds in binary sends 0.30000000000000004. */
    private static Money money(BigDecimal amount) {
        return amount == null ? null : Money.of(amount.setScale(2, RoundingMode.HALF_UP));
    }

    private void missing(List<Object> at) {
        faults.add(new Fault("missing", at, "Field required", null));
    }

    private static boolean isAbsent(JsonNode value) {
        return value == null || value.isNull();
    }

    private static List<Object> with(List<Object> at, Object next) {
        List<Object> longer = new ArrayList<>(at);
        longer.add(next);
        return longer;
    }
}
