package pl.paragon.api.v3.joblist;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import pl.paragon.api.error.ApiError;
import pl.paragon.api.error.ApiException;
import pl.paragon.api.error.ErrorBody;
import pl.paragon.api.job.JobFilter;
import pl.paragon.api.result.JobRegister.Position;

/** The query parameters of a list as they are meant; what is none of them is refused with what it should be. */
final class ListParameters {

    static final int LIMIT = 50;
    static final int LARGEST_LIMIT = 100;
    private static final int LONGEST_FILENAME = 255;

    private ListParameters() {}

    /** The statuses in the predecessor's words, and one for all of those that are no end. */
    private enum Word {
        UNFINISHED(JobFilter.Wanted.UNFINISHED),
        PENDING(JobFilter.Wanted.PENDING),
        STARTED(JobFilter.Wanted.STARTED),
        PROGRESS(JobFilter.Wanted.PROGRESS),
        RETRY(JobFilter.Wanted.RETRYING),
        SUCCESS(JobFilter.Wanted.SUCCEEDED),
        FAILURE(JobFilter.Wanted.FAILED),
        REVOKED(JobFilter.Wanted.REVOKED);

        private final JobFilter.Wanted wanted;

        Word(JobFilter.Wanted wanted) {
            this.wanted = wanted;
        }
    }

    /** @throws ApiException 400 if one of them is none */
    static JobFilter filter(String status, String from, String to, String filename) {
        Optional<Instant> since = Optional.ofNullable(from).map(text -> time("from", text, 0));
        Optional<Instant> until = Optional.ofNullable(to).map(text -> time("to", text, 1));
        if (since.isPresent() && until.isPresent() && !since.get().isBefore(until.get())) {
            throw refused("to", to, "It must be later than 'from'");
        }
        return new JobFilter(
                Optional.ofNullable(status).map(ListParameters::status),
                since,
                until,
                Optional.ofNullable(filename).filter(text -> !text.isEmpty()).map(ListParameters::filename));
    }

    static int limit(String text) {
        try {
            int limit = text == null ? LIMIT : Integer.parseInt(text);
            if (limit >= 1 && limit <= LARGEST_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Refused as what is out of bounds.
        }
        throw refused("limit", text, "It must be a number from 1 to " + LARGEST_LIMIT);
    }

    static Optional<Position> after(String cursor) {
        return Optional.ofNullable(cursor).map(text -> Cursor.parse(text)
                .orElseThrow(() ->
                        refused("cursor", text, "It must be the next_cursor of an earlier answer, or be absent")));
    }

    private static JobFilter.Wanted status(String text) {
        return Arrays.stream(Word.values())
                .filter(word -> word.name().equalsIgnoreCase(text))
                .findFirst()
                .map(word -> word.wanted)
                .orElseThrow(() -> refused(
                        "status",
                        text,
                        "It must be one of "
                                + Arrays.stream(Word.values()).map(Word::name).collect(Collectors.joining(", "))));
    }

    private static Instant time(String field, String text, int days) {
        return TimeText.parse(text, days).orElseThrow(() -> refused(field, text, TimeText.WHAT_IT_IS));
    }

    private static String filename(String text) {
        if (text.length() > LONGEST_FILENAME || text.chars().anyMatch(Character::isISOControl)) {
            throw refused("filename", text, "It must have at most 255 characters and no control characters");
        }
        return text;
    }

    private static ApiException refused(String field, String value, String error) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("field", field);
        details.put("value", value);
        details.put("error", error);
        return ApiException.of(ErrorBody.of(ApiError.BAD_REQUEST, "Invalid query parameter", details));
    }
}
