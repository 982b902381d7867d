package pl.paragon.api.v3.webhook;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pl.paragon.api.error.ApiError;
import pl.paragon.api.error.ApiException;
import pl.paragon.api.error.ErrorBody;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;
import pl.paragon.contracts.webhook.WebhookWish;

/** Reads what requests about webhooks ask for; what is malformed is answered with 400. */
final class WebhookParameters {

    private static final int USUAL_LIMIT = 20;
    private static final int LARGEST_LIMIT = 100;
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");

    private WebhookParameters() {}

    static WebhookWish wish(byte[] body) {
        try {
            return Json.read(body, WebhookWish.class);
        } catch (UndecodableException e) {
            throw ApiException.of(
                    ErrorBody.of(ApiError.BAD_REQUEST, "This is no wish for a webhook", Map.of("error", reason(e))));
        }
    }

    /** What the wish says of itself; the decoder's own words are of no use to a client. */
    private static String reason(UndecodableException e) {
        return Stream.<Throwable>iterate(e, cause -> cause != null, Throwable::getCause)
                .filter(IllegalArgumentException.class::isInstance)
                .map(Throwable::getMessage)
                .reduce((outer, inner) -> inner)
                .orElse("A JSON object is expected, with url, and if need be events and description");
    }

    static int limit(String given) {
        if (given == null) {
            return USUAL_LIMIT;
        }
        try {
            int limit = Integer.parseInt(given);
            if (limit >= 1 && limit <= LARGEST_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // refused below
        }
        throw malformed("limit", "A number from 1 to " + LARGEST_LIMIT);
    }

    static Optional<UUID> cursor(String given) {
        if (given == null) {
            return Optional.empty();
        }
        return Optional.of(id(given).orElseThrow(() -> malformed("cursor", "next_cursor of the page before")));
    }

    static Optional<JobId> job(String given) {
        if (given == null) {
            return Optional.empty();
        }
        return Optional.of(JobId.parse(given).orElseThrow(() -> malformed("job_id", "A job's id")));
    }

    /** Empty if it is no id. */
    static Optional<UUID> id(String given) {
        return Optional.of(given).filter(text -> ID.matcher(text).matches()).map(UUID::fromString);
    }

    private static ApiException malformed(String field, String expected) {
        return ApiException.of(ErrorBody.of(
                ApiError.BAD_REQUEST,
                "The parameter " + field + " is malformed",
                Map.of("field", field, "error", expected)));
    }
}
