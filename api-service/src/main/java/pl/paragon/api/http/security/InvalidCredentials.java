package pl.paragon.api.http.security;

import io.quarkus.security.AuthenticationFailedException;
import java.util.Map;
import pl.paragon.api.key.KnownKeys.Reason;

/** Something was shown that opens no door; why, is told to the client. */
final class InvalidCredentials {

    private static final String WHY = "paragon.why";

    private InvalidCredentials() {}

    static AuthenticationFailedException malformed() {
        return because("This is no API key, or it is incomplete");
    }

    static AuthenticationFailedException of(Reason why) {
        return because(
                switch (why) {
                    case UNKNOWN -> "There is no such API key";
                    case EXPIRED -> "The API key has expired";
                    case REVOKED -> "The API key was revoked";
                });
    }

    /** What the framework's own exceptions say may be no business of the client's. */
    static String reason(AuthenticationFailedException e) {
        return (String) e.getAttributes().getOrDefault(WHY, "The credentials are invalid");
    }

    /** @param why for the client, without quotation marks */
    static AuthenticationFailedException because(String why) {
        return new AuthenticationFailedException(why, Map.of(WHY, why));
    }
}
