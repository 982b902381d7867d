package pl.paragon.api.http.security;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import pl.paragon.api.error.ApiException;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.identity.TokenConfig;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.key.Scope;

/** Verifies the token of a request. What it says of its owner and scopes becomes an identity like that of a key. */
@ApplicationScoped
class Tokens {

    private static final Logger LOG = Logger.getLogger(Tokens.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final OidcAuthenticationMechanism oidc;
    private final TokenConfig config;

    Tokens(OidcAuthenticationMechanism oidc, TokenConfig config) {
        this.oidc = oidc;
        this.config = config;
    }

    /** Fails if the token is none of the issuer's, or the issuer cannot be asked for its keys. */
    Uni<SecurityIdentity> verify(RoutingContext exchange, IdentityProviderManager identities) {
        return oidc.authenticate(exchange, identities)
                .onFailure()
                .transform(Tokens::told)
                .onItem()
                .ifNotNull()
                .transform(verified -> identity((JsonWebToken) verified.getPrincipal()));
    }

    private static Throwable told(Throwable failure) {
        if (failure instanceof AuthenticationFailedException) {
            LOG.debug("A token is refused", failure);
            return InvalidCredentials.because("The token is not valid here, or has expired");
        }
        LOG.warnf("Tokens cannot be verified: %s", failure.getMessage());
        return ApiException.unavailable(
                "Authentication is temporarily unavailable", "The issuer of the tokens is unavailable", RETRY_AFTER);
    }

    private SecurityIdentity identity(JsonWebToken token) {
        String owner = Optional.ofNullable(token.getClaim(config.ownerClaim()))
                .map(Object::toString)
                .orElse("");
        if (owner.isBlank() || owner.length() > Submission.LONGEST_SUBMITTER || owner.equals(Submission.ANONYMOUS)) {
            throw InvalidCredentials.because("The token does not say whose it is in its claim " + config.ownerClaim());
        }
        return Identities.of(new Submitter(owner), "token", scopes(token.getClaim("scope")));
    }

    /** Scopes of others are none of ours. */
    private static List<Scope> scopes(Object claim) {
        return Arrays.stream(String.valueOf(claim).split(" "))
                .map(Scope::parse)
                .flatMap(Optional::stream)
                .toList();
    }
}
