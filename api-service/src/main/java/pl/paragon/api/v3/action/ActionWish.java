package pl.paragon.api.v3.action;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import pl.paragon.api.error.ApiError;
import pl.paragon.api.error.ApiException;
import pl.paragon.api.error.ErrorBody;
import pl.paragon.api.v3.joblist.TimeText;
import pl.paragon.contracts.action.ActionFilter;
import pl.paragon.contracts.action.ActionKind;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;

/** The body of a request for an action, checked: what is none is refused with what it should be. */
record ActionWish(ActionKind kind, ActionFilter filter) {

    private static final int LONGEST_FILENAME = 255;
    private static final Set<String> FIELDS = Set.of("status", "from", "to", "filename");

    /** @throws ApiException 400 if it is none */
    static ActionWish read(byte[] body) {
        JsonNode wish;
        try {
            wish = Json.read(body, JsonNode.class);
        } catch (UndecodableException e) {
            throw refused("body", "It must be a JSON object with action and filter");
        }
        ActionKind kind = kind(wish.path("action"));
        JsonNode filter = wish.path("filter");
        if (!filter.isObject() || filter.isEmpty()) {
            throw refused("filter", "It must be an object with at least one of status, from, to and filename");
        }
        Set<String> unknown = new TreeSet<>();
        filter.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(FIELDS);
        if (!unknown.isEmpty()) { // passed over, it would make the filter wider than it is meant
            throw refused("filter." + unknown.iterator().next(), "There is no such condition");
        }
        Instant from = text(filter, "from").map(time -> time("from", time, 0)).orElse(null);
        Instant until = text(filter, "to").map(time -> time("to", time, 1)).orElse(null);
        if (from != null && until != null && !from.isBefore(until)) {
            throw refused("filter.to", "It must be later than 'from'");
        }
        String outcome =
                text(filter, "status").map(status -> outcome(kind, status)).orElse(null);
        String filename = text(filter, "filename").map(ActionWish::filename).orElse(null);
        return new ActionWish(kind, new ActionFilter(outcome, from, until, filename));
    }

    private static ActionKind kind(JsonNode action) {
        try {
            return ActionKind.valueOf(action.asText().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw refused("action", "It must be one of retry, cancel and delete");
        }
    }

    private static Optional<String> text(JsonNode filter, String field) {
        JsonNode value = filter.path(field);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isTextual() || value.asText().isBlank()) {
            throw refused("filter." + field, "It must be a text that is not empty, or be absent");
        }
        return Optional.of(value.asText());
    }

    private static Instant time(String field, String text, int days) {
        return TimeText.parse(text, days).orElseThrow(() -> refused("filter." + field, TimeText.WHAT_IT_IS));
    }

    /** In the register's words; only such a status as the action can be done to. */
    private static String outcome(ActionKind kind, String status) {
        String word = status.toUpperCase(Locale.ROOT);
        return switch (kind) {
            case RETRY -> {
                if (!word.equals("FAILURE")) {
                    throw refused("filter.status", "Only a job in FAILURE can be retried");
                }
                yield "failed";
            }
            case CANCEL -> {
                if (!word.equals("UNFINISHED")) {
                    throw refused("filter.status", "Only a job that is UNFINISHED can be cancelled");
                }
                yield "not_yet";
            }
            case DELETE ->
                switch (word) {
                    case "SUCCESS" -> "saved";
                    case "FAILURE" -> "failed";
                    case "REVOKED" -> "cancelled";
                    default ->
                        throw refused("filter.status", "Only a job in SUCCESS, FAILURE or REVOKED can be deleted");
                };
        };
    }

    private static String filename(String text) {
        if (text.length() > LONGEST_FILENAME || text.chars().anyMatch(Character::isISOControl)) {
            throw refused("filter.filename", "It must have at most 255 characters and no control characters");
        }
        return text;
    }

    private static ApiException refused(String field, String error) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("field", field);
        details.put("error", error);
        return ApiException.of(ErrorBody.of(ApiError.BAD_REQUEST, "This is no action on jobs", details));
    }
}
