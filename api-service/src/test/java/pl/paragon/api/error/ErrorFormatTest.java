package pl.paragon.api.error;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.paragon.api.error.ErrorFormat.Language.ENGLISH;
import static pl.paragon.api.error.ErrorFormat.Language.POLISH;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorFormatTest {

    private static final ErrorBody ERROR =
            ErrorBody.of(ApiError.JOB_RUNNING, "The task is still running", Map.of("job_id", "7"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/problem+json",
                "application/json, application/problem+json",
                "application/problem+json;q=0.5,application/json",
                "APPLICATION/PROBLEM+JSON ; charset=utf-8",
                "text/html;q=0, application/problem+json;q=0.01"
            })
    void shouldBeAProblemForWhoeverNamesIt(String accept) {
        assertThat(ErrorFormat.askedFor(accept, null).problem()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/*",
                "application/json",
                "application/problem+json;q=0",
                "application/problem+json; charset=utf-8; q=0.000, */*",
                "application/problem+jsonp",
                "x-application/problem+json",
                ";;,,"
            })
    void shouldBeTheClassicBodyForEverybodyElse(String accept) {
        assertThat(ErrorFormat.askedFor(accept, null).problem()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pl", "pl-PL, en;q=0.8", "de, pl;q=0.5, en;q=0.1", "PL-pl"})
    void shouldSpeakPolishToThoseWhoPreferIt(String acceptLanguage) {
        assertThat(ErrorFormat.askedFor(null, acceptLanguage).language()).isEqualTo(POLISH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "en, pl;q=0.9", "de", "*", "pl;q=0, en", "pl;q=two", ",;", "żółw"})
    void shouldSpeakEnglishToEverybodyElse(String acceptLanguage) {
        assertThat(ErrorFormat.askedFor(null, acceptLanguage).language()).isEqualTo(ENGLISH);
    }

    @Test
    void shouldSpeakEnglishIfNothingIsAskedFor() {
        assertThat(ErrorFormat.askedFor(null, null)).isEqualTo(new ErrorFormat(false, ENGLISH));
    }

    @Test
    void shouldTellTheSameInBothShapes() {
        // given
        String hint = "Zadanie jeszcze trwa. Poczekaj na jego koniec albo najpierw je anuluj.";

        // then
        assertThat(new ErrorFormat(true, POLISH).body(ERROR, "/there"))
                .isEqualTo(new ProblemDetails(
                        "/problems/JOB_RUNNING",
                        "The task is still running",
                        409,
                        hint,
                        "/there",
                        "JOB_RUNNING",
                        Map.of("job_id", "7"),
                        null));
        assertThat(new ErrorFormat(false, POLISH).body(ERROR, "/there")).isEqualTo(ERROR.withHint(hint));
    }

    @ParameterizedTest
    @EnumSource(ApiError.class)
    void shouldHaveASentenceInEachLanguage(ApiError error) {
        assertThat(error.hint()).endsWith(".").isNotEqualTo(error.hintInPolish());
        assertThat(error.hintInPolish()).endsWith(".");
    }
}
