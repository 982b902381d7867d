package pl.paragon.api.error;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How this client is told of an error.
 *
 * @param problem as RFC 9457 says, because the client accepts that and says so
 * @param language of the sentence that helps
 */
public record ErrorFormat(boolean problem, Language language) {

    /** The request headers that decide it, for {@code Vary}. */
    public static final String VARIES_BY = "Accept, Accept-Language";

    private static final String PROBLEM = "application/problem+json";
    private static final String JSON = "application/json";

    /** Named among the media ranges, with a weight other than 0. */
    private static final Pattern NAMED = Pattern.compile(
            "(?:^|,)\\s*" + Pattern.quote(PROBLEM)
                    + "\\s*(?!;[^,]*\\bq\\s*=\\s*0(?:\\.0{0,3})?\\s*(?:[,;]|$))(?:[,;]|$)",
            Pattern.CASE_INSENSITIVE);

    /** What sentences for people are written in. The first is the one for clients that prefer neither. */
    public enum Language {
        ENGLISH("en"),
        POLISH("pl");

        private final String tag;

        Language(String tag) {
            this.tag = tag;
        }

        /** For {@code Content-Language}. */
        public String tag() {
            return tag;
        }

        /** What is wrong and what to do. */
        public String hint(ApiError error) {
            return switch (this) {
                case ENGLISH -> error.hint();
                case POLISH -> error.hintInPolish();
            };
        }

        private static Language preferred(String acceptLanguage) {
            try {
                String best =
                        Locale.lookupTag(Locale.LanguageRange.parse(acceptLanguage), List.of(ENGLISH.tag, POLISH.tag));
                return POLISH.tag.equals(best) ? POLISH : ENGLISH;
            } catch (IllegalArgumentException malformed) {
                return ENGLISH;
            }
        }
    }

    /**
     * @param accept the header's values, joined by commas, or {@code null}; a wildcard is no wish for a problem
     * @param acceptLanguage the same
     */
    public static ErrorFormat askedFor(String accept, String acceptLanguage) {
        return new ErrorFormat(
                accept != null && NAMED.matcher(accept).find(),
                acceptLanguage == null || acceptLanguage.isBlank()
                        ? Language.ENGLISH
                        : Language.preferred(acceptLanguage));
    }

    public String mediaType() {
        return problem ? PROBLEM : JSON;
    }

    /** The body in JSON's terms. @param path of the request */
    public Object body(ErrorBody error, String path) {
        ErrorBody helpful = error.withHint(hint(error));
        return problem ? ProblemDetails.of(helpful, path) : helpful;
    }

    private String hint(ErrorBody error) {
        return language.hint(ApiError.valueOf(error.errorCode()));
    }
}
