package pl.paragon.api.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pl.paragon.api.error.ApiError;
import pl.paragon.api.error.ErrorBody;

/**
 * Whether a request's head says clearly what its body is. RFC 9110 lets a server ignore some of this; a client whose
 * gzip is stored as a picture, or whose body two servers measure differently, is better told.
 */
final class Framing {

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    /** @param thenClose whether the end of the body is in doubt, so that the connection must not be reused */
    record Refusal(ApiError error, ErrorBody body, boolean thenClose) {}

    private Framing() {}

    /** Empty if the head is clear. */
    static Optional<Refusal> refusalOf(MultiMap headers, long largestBody) {
        return Stream.<Optional<Refusal>>of(
                        repeated(headers, "Host"),
                        repeated(headers, "Content-Type"),
                        transferEncoding(headers),
                        expectation(headers),
                        length(headers, largestBody),
                        contentEncoding(headers))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A body that turned out to be malformed while it arrived. */
    static ErrorBody brokenBody() {
        return ErrorBody.of(
                ApiError.BAD_REQUEST,
                "There was an error parsing the body",
                Map.of("error", "The chunked transfer coding is malformed, or one of its lines is too long"));
    }

    /** Two servers could each believe another one of them. */
    private static Optional<Refusal> repeated(MultiMap headers, String name) {
        return headers.getAll(name).size() > 1
                ? refused(ApiError.BAD_REQUEST, "Bad Request", "The header " + name + " is there more than once", true)
                : Optional.empty();
    }

    private static Optional<Refusal> transferEncoding(MultiMap headers) {
        List<String> codings = headers.getAll(HttpHeaders.TRANSFER_ENCODING);
        return codings.isEmpty()
                        || codings.size() == 1 && codings.getFirst().strip().equalsIgnoreCase("chunked")
                ? Optional.empty()
                : refused(ApiError.BAD_REQUEST, "Bad Request", "The only Transfer-Encoding is 'chunked'", true);
    }

    private static Optional<Refusal> expectation(MultiMap headers) {
        List<String> expectations = headers.getAll(HttpHeaders.EXPECT);
        return expectations.isEmpty() || isOnly(expectations, "100-continue"::equalsIgnoreCase)
                ? Optional.empty()
                : refused(
                        ApiError.EXPECTATION_FAILED,
                        "Expectation Failed",
                        "The only expectation that is met is '100-continue'",
                        true);
    }

    private static Optional<Refusal> length(MultiMap headers, long largestBody) {
        String length = headers.get(HttpHeaders.CONTENT_LENGTH);
        // The server has refused whatever is not a number.
        return length == null || Long.parseLong(length) <= largestBody
                ? Optional.empty()
                : refused(
                        ApiError.BODY_TOO_LARGE, "Body too large", "At most " + largestBody + " bytes are read", true);
    }

    private static Optional<Refusal> contentEncoding(MultiMap headers) {
        List<String> codings = headers.getAll(HttpHeaders.CONTENT_ENCODING);
        if (codings.isEmpty() || isOnly(codings, "identity"::equalsIgnoreCase)) {
            return Optional.empty();
        }
        return isOnly(codings, coding -> TOKEN.matcher(coding).matches())
                ? refused(
                        ApiError.UNSUPPORTED_CONTENT_ENCODING,
                        "Unsupported content encoding",
                        "The body is to be sent without a Content-Encoding",
                        false)
                : refused(ApiError.BAD_REQUEST, "Bad Request", "The header Content-Encoding is malformed", false);
    }

    private static boolean isOnly(List<String> values, Predicate<String> expected) {
        return values.stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .map(String::strip)
                .allMatch(expected);
    }

    private static Optional<Refusal> refused(ApiError error, String message, String why, boolean thenClose) {
        return Optional.of(new Refusal(error, ErrorBody.of(error, message, Map.of("error", why)), thenClose));
    }
}
