package pl.paragon.api.v3.receipt;

import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pl.paragon.api.error.ApiError;
import pl.paragon.api.error.ApiException;
import pl.paragon.api.error.ErrorBody;
import pl.paragon.api.v3.receipt.export.ExportFormat;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.Verification.Verdict;
import pl.paragon.contracts.saved.ReceiptFilter;
import pl.paragon.contracts.saved.ReceiptOrder;
import pl.paragon.contracts.saved.ReceiptQuery;
import pl.paragon.contracts.statistics.SpendingBy;

/**
 * The query parameters of a list of receipts. Each is optional, and an empty one is as good as none; those that are
 * unknown are ignored.
 */
final class ListParameters {

    private static final int USUAL_PAGE = 20;
    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_CURSOR = 1000;

    /** Fewer of them are in no index. */
    private static final Pattern THREE_IN_A_ROW = Pattern.compile("[\\p{L}\\p{M}\\p{N}]{3}");

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,9}(?:\\.\\d{1,2})?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");

    private final MultivaluedMap<String, String> parameters;

    ListParameters(MultivaluedMap<String, String> parameters) {
        this.parameters = parameters;
    }

    ReceiptFilter filter() {
        ReceiptFilter filter = new ReceiptFilter(
                words("q"),
                words("store"),
                value("category").map(category -> text("category", category)).orElse(null),
                date("from"),
                date("to"),
                amount("min_amount"),
                amount("max_amount"),
                oneOf("verdict", Verdict.values()).orElse(null));
        if (filter.from() != null && filter.to() != null && filter.from().isAfter(filter.to())) {
            throw refused("from", "is after 'to'");
        }
        if (filter.atLeast() != null
                && filter.atMost() != null
                && filter.atLeast().compareTo(filter.atMost()) > 0) {
            throw refused("min_amount", "is more than 'max_amount'");
        }
        return filter;
    }

    ReceiptOrder order() {
        return oneOf("sort", ReceiptOrder.values()).orElse(ReceiptOrder.NEWEST);
    }

    int limit() {
        return value("limit")
                .map(number -> {
                    int limit = NUMBER.matcher(number).matches() ? Integer.parseInt(number) : 0;
                    if (limit < 1 || limit > ReceiptQuery.LARGEST_PAGE) {
                        throw refused("limit", "is a number from 1 to " + ReceiptQuery.LARGEST_PAGE);
                    }
                    return limit;
                })
                .orElse(USUAL_PAGE);
    }

    /** What spending is summed by. */
    SpendingBy spendingBy() {
        return oneOf("by", SpendingBy.values()).orElse(SpendingBy.MONTH);
    }

    /** Of goods; it is required. */
    String name() {
        String name = words("name");
        if (name == null) {
            throw refused("name", "is required: of goods, or a part of it");
        }
        return name;
    }

    /** What an export is written as. */
    ExportFormat format() {
        return oneOf("format", ExportFormat.values()).orElse(ExportFormat.CSV);
    }

    /** That the receipts were paid from; {@code null} if it is not given, which Firefly III does not take. */
    String account() {
        String account = value("account").map(text -> text("account", text)).orElse(null);
        if (account == null && format() == ExportFormat.FIREFLY) {
            throw refused("account", "is required with format=firefly: the asset account there that was paid from");
        }
        return account;
    }

    Optional<String> cursor() {
        Optional<String> cursor = value("cursor");
        if (cursor.filter(text -> text.length() > LONGEST_CURSOR).isPresent()) {
            throw unknownCursor();
        }
        return cursor;
    }

    static ApiException unknownCursor() {
        return refused("cursor", "is not the next_cursor of a list with the same 'sort'");
    }

    private String words(String name) {
        Optional<String> words = value(name).map(text -> text(name, text));
        if (words.isPresent() && !THREE_IN_A_ROW.matcher(words.get()).find()) {
            throw refused(name, "needs at least three letters or digits in a row");
        }
        return words.orElse(null);
    }

    private static String text(String name, String text) {
        if (text.length() > LONGEST_TEXT || text.chars().anyMatch(Character::isISOControl)) {
            throw refused(name, "is a text of at most " + LONGEST_TEXT + " characters without control characters");
        }
        return text;
    }

    private LocalDate date(String name) {
        return parsed(name, DATE, LocalDate::parse, "is a date such as 2026-03-14");
    }

    private Money amount(String name) {
        return parsed(name, AMOUNT, text -> Money.of(new BigDecimal(text)), "is an amount such as 12.50");
    }

    private <T> T parsed(String name, Pattern shape, Function<String, T> parse, String expected) {
        return value(name)
                .map(text -> {
                    try {
                        if (shape.matcher(text).matches()) {
                            return parse.apply(text);
                        }
                    } catch (DateTimeException e) {
                        // There is no such day, which is said below.
                    }
                    throw refused(name, expected);
                })
                .orElse(null);
    }

    private <E extends Enum<E>> Optional<E> oneOf(String name, E[] values) {
        return value(name).map(text -> Arrays.stream(values)
                .filter(value -> word(value).equals(text))
                .findFirst()
                .orElseThrow(() -> refused(
                        name,
                        "is one of "
                                + Arrays.stream(values)
                                        .map(ListParameters::word)
                                        .collect(Collectors.joining(", ")))));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(parameters.getFirst(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static ApiException refused(String field, String why) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("field", field);
        details.put("error", why);
        return ApiException.of(ErrorBody.of(ApiError.BAD_REQUEST, "Invalid query parameter", details));
    }
}
