package pl.paragon.api.http.security;

/** The values of {@code WWW-Authenticate}, as RFC 6750 has them. */
final class Challenge {

    private static final String BEARER = "Bearer realm=\"paragon\"";

    private Challenge() {}

    /** For a request that shows nothing. */
    static String withoutReason() {
        return BEARER;
    }

    /** @param why without quotation marks */
    static String invalid(String why) {
        return BEARER + ", error=\"invalid_token\", error_description=\"" + why + "\"";
    }

    /** @param scopes that would be needed, with a space between them */
    static String insufficient(String scopes) {
        return BEARER + ", error=\"insufficient_scope\", scope=\"" + scopes + "\"";
    }
}
