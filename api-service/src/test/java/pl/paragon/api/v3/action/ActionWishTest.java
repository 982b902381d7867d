package pl.paragon.api.v3.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.paragon.api.error.ApiException;
import pl.paragon.contracts.action.ActionFilter;
import pl.paragon.contracts.action.ActionKind;

/** A filter that is not understood must not be taken for a wider one. */
class ActionWishTest {

    @Test
    void shouldUnderstandEveryCondition() {
        ActionWish wish = read("""
                {"action": "delete", "filter": {"status": "success", "from": "2026-03-14T13:00:00+01:00",
                 "to": "2026-03-14", "filename": "zakupy"}}""");

        assertThat(wish)
                .isEqualTo(new ActionWish(
                        ActionKind.DELETE,
                        new ActionFilter(
                                "saved",
                                Instant.parse("2026-03-14T12:00:00Z"),
                                Instant.parse("2026-03-15T00:00:00Z"),
                                "zakupy")));
        assertThat(read("{\"action\": \"RETRY\", \"filter\": {\"status\": \"FAILURE\"}}")
                        .filter()
                        .outcome())
                .isEqualTo("failed");
        assertThat(read("{\"action\": \"cancel\", \"filter\": {\"status\": \"unfinished\"}}")
                        .filter()
                        .outcome())
                .isEqualTo("not_yet");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "none | body",
                "[] | action",
                "{\"action\": \"burn\", \"filter\": {\"status\": \"FAILURE\"}} | action",
                "{\"action\": \"delete\"} | filter",
                "{\"action\": \"delete\", \"filter\": {}} | filter",
                "{\"action\": \"delete\", \"filter\": []} | filter",
                "{\"action\": \"delete\", \"filter\": \"all\"} | filter",
                "{\"action\": \"delete\", \"filter\": {\"statu\": \"FAILURE\", \"from\": \"2026-01-01\"}} | filter.statu",
                "{\"action\": \"delete\", \"filter\": {\"filename\": \"\"}} | filter.filename",
                "{\"action\": \"delete\", \"filter\": {\"filename\": null}} | filter.filename",
                "{\"action\": \"delete\", \"filter\": {\"filename\": \"a\\u0000\"}} | filter.filename",
                "{\"action\": \"delete\", \"filter\": {\"status\": \"PENDING\"}} | filter.status",
                "{\"action\": \"retry\", \"filter\": {\"status\": \"SUCCESS\"}} | filter.status",
                "{\"action\": \"cancel\", \"filter\": {\"status\": \"FAILURE\"}} | filter.status",
                "{\"action\": \"delete\", \"filter\": {\"from\": \"yesterday\"}} | filter.from",
                "{\"action\": \"delete\", \"filter\": {\"from\": \"2026-02-01\", \"to\": \"2026-01-01\"}} | filter.to"
            })
    void shouldRefuseWhatIsNoWish(String body, String field) {
        ApiException refused = catchThrowableOfType(ApiException.class, () -> read(body));

        assertThat(refused.body().statusCode()).isEqualTo(400);
        assertThat(((Map<?, ?>) refused.body().details()).get("field")).isEqualTo(field);
    }

    private static ActionWish read(String body) {
        return ActionWish.read(body.getBytes(StandardCharsets.UTF_8));
    }
}
