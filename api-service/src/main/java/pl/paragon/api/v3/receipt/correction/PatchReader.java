package pl.paragon.api.v3.receipt.correction;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.Nip;

/**
 * Reads the values of a patch, and collects what is wrong with them. A missing value and {@code null} are the same:
 * what is not on the receipt.
 */
final class PatchReader {

    private static final int LONGEST_TEXT = 2000;
    private static final int LONGEST_LIST = 2000;
    private static final int MONEY_DECIMALS = 2;
    private static final int QUANTITY_DECIMALS = 3;
    private static final BigDecimal LARGEST_AMOUNT = new BigDecimal("9999999.99");
    private static final BigDecimal LARGEST_QUANTITY = new BigDecimal("99999.999");
    private static final BigDecimal LARGEST_RATE = BigDecimal.valueOf(100);
    private static final int MOST_PROBLEMS = 20;

    /** PostgreSQL and people know these years. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
    private static final Pattern LETTER = Pattern.compile("[A-Z0-9]");

    private final List<Problem> problems = new ArrayList<>();

    List<Problem> problems() {
        return problems.size() > MOST_PROBLEMS ? problems.subList(0, MOST_PROBLEMS) : problems;
    }

    void refuse(String field, String error, String errorPl) {
        problems.add(new Problem(field, error, errorPl));
    }

    /** A field of one of these names, or one that is derived and passed over; any other is a slip of the pen. */
    void knows(String prefix, JsonNode object, Set<String> names, Set<String> derived) {
        object.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name) && !derived.contains(name)) {
                String shown = name.length() > 100 ? name.substring(0, 100) : name;
                refuse(
                        prefix + shown.replaceAll("\\p{Cntrl}|\\p{Cs}", "?"),
                        "is no field that can be corrected",
                        "nie jest polem, które można poprawić");
            }
        });
    }

    /** An empty text is none. */
    String text(String field, JsonNode value) {
        if (isNothing(value) || value.isTextual() && value.textValue().isBlank()) {
            return null;
        }
        if (!value.isTextual()
                || value.textValue().length() > LONGEST_TEXT
                || value.textValue().codePoints().anyMatch(PatchReader::isUnprintable)) {
            refuse(
                    field,
                    "is a text of at most %d characters, or null".formatted(LONGEST_TEXT),
                    "to tekst o najwyżej %d znakach albo null".formatted(LONGEST_TEXT));
            return null;
        }
        return value.textValue();
    }

    private static boolean isUnprintable(int character) {
        boolean control = Character.isISOControl(character) && character != '\n' && character != '\t';
        return control || Character.getType(character) == Character.SURROGATE;
    }

    String nip(String field, JsonNode value) {
        String nip = text(field, value);
        if (nip != null && !Nip.isValid(nip)) {
            refuse(
                    field,
                    "is a tax number of ten digits, the last of which is its check digit",
                    "to dziesięć cyfr, z których ostatnia jest cyfrą kontrolną");
        }
        return nip;
    }

    String currency(String field, JsonNode value) {
        String code = text(field, value);
        if (code != null
                && Currency.getAvailableCurrencies().stream()
                        .noneMatch(c -> c.getCurrencyCode().equals(code))) {
            refuse(field, "is a code of a currency such as PLN", "to kod waluty, na przykład PLN");
        }
        return code;
    }

    String letter(String field, JsonNode value) {
        String letter = text(field, value);
        if (letter != null && !LETTER.matcher(letter).matches()) {
            refuse(field, "is a tax letter such as A", "to litera stawki, na przykład A");
        }
        return letter;
    }

    LocalDate date(String field, JsonNode value) {
        if (isNothing(value)) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(value.isTextual() ? value.textValue() : "", DAY);
            if (!date.isBefore(FIRST_DAY) && !date.isAfter(LAST_DAY)) {
                return date;
            }
        } catch (DateTimeException e) {
            // There is no such day, which is said below.
        }
        refuse(field, "is a date such as 2026-03-14", "to data, na przykład 2026-03-14");
        return null;
    }

    LocalTime time(String field, JsonNode value) {
        if (isNothing(value)) {
            return null;
        }
        if (value.isTextual() && TIME.matcher(value.textValue()).matches()) {
            return LocalTime.parse(value.textValue());
        }
        refuse(field, "is a time such as 18:07", "to godzina, na przykład 18:07");
        return null;
    }

    /** Of either sign. */
    Money amount(String field, JsonNode value) {
        BigDecimal amount = number(field, value, LARGEST_AMOUNT.negate(), LARGEST_AMOUNT, MONEY_DECIMALS);
        return amount == null ? null : Money.of(amount);
    }

    Money discount(String field, JsonNode value) {
        BigDecimal amount = number(field, value, BigDecimal.ZERO, LARGEST_AMOUNT, MONEY_DECIMALS);
        return amount == null ? null : Money.of(amount);
    }

    BigDecimal quantity(String field, JsonNode value) {
        return number(field, value, BigDecimal.ZERO, LARGEST_QUANTITY, QUANTITY_DECIMALS);
    }

    BigDecimal rate(String field, JsonNode value) {
        return number(field, value, BigDecimal.ZERO, LARGEST_RATE, MONEY_DECIMALS);
    }

    private BigDecimal number(String field, JsonNode value, BigDecimal least, BigDecimal most, int decimals) {
        if (isNothing(value)) {
            return null;
        }
        if (value.isNumber()) {
            BigDecimal number = value.decimalValue();
            // The bounds first: a number such as 1e999999999 is not to be written out.
            boolean within = number.compareTo(least) >= 0 && number.compareTo(most) <= 0;
            if (within && number.stripTrailingZeros().scale() <= decimals) {
                return number;
            }
        }
        refuse(
                field,
                "is a number from %s to %s with at most %d decimals".formatted(least, most, decimals),
                "to liczba od %s do %s, najwyżej z %d miejscami po kropce".formatted(least, most, decimals));
        return null;
    }

    boolean flag(String field, JsonNode value) {
        if (!isNothing(value) && !value.isBoolean()) {
            refuse(field, "is true or false", "to true albo false");
        }
        return !isNothing(value) && value.booleanValue();
    }

    /** Each element is an object, read by {@code read} with its path. */
    <T> List<T> list(String field, JsonNode value, BiFunction<String, JsonNode, T> read) {
        return elements(field, value, (path, element) -> {
            if (element.isObject()) {
                return read.apply(path + ".", element);
            }
            refuse(path, "is an object", "to obiekt");
            return null;
        });
    }

    /** Indices from 0. */
    List<Integer> indices(String field, JsonNode value, int below) {
        return elements(field, value, (path, element) -> {
            if (element.isInt() && element.intValue() >= 0 && element.intValue() < below) {
                return element.intValue();
            }
            refuse(
                    path,
                    "is the index of one of %d items, counted from 0".formatted(below),
                    "to numer jednej z %d pozycji, liczony od 0".formatted(below));
            return null;
        });
    }

    private <T> List<T> elements(String field, JsonNode value, BiFunction<String, JsonNode, T> read) {
        if (isNothing(value)) {
            return List.of();
        }
        if (!value.isArray() || value.size() > LONGEST_LIST) {
            refuse(
                    field,
                    "is a list of at most %d elements".formatted(LONGEST_LIST),
                    "to lista najwyżej %d elementów".formatted(LONGEST_LIST));
            return List.of();
        }
        List<T> elements = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            T element = read.apply(field + "[" + i + "]", value.get(i));
            if (element != null) {
                elements.add(element);
            }
        }
        return elements;
    }

    private static boolean isNothing(JsonNode value) {
        return value == null || value.isNull() || value.isMissingNode();
    }
}
