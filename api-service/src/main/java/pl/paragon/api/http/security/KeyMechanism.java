package pl.paragon.api.http.security;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.Set;
import pl.paragon.api.identity.Authentication;
import pl.paragon.contracts.key.ApiKey;

/** Takes a key or a token from a request. If nobody is to be asked, everybody gets the same identity. */
@ApplicationScoped
class KeyMechanism implements HttpAuthenticationMechanism {

    private final Authentication authentication;
    private final Tokens tokens;

    KeyMechanism(Authentication authentication, Tokens tokens) {
        this.authentication = authentication;
        this.tokens = tokens;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext exchange, IdentityProviderManager identities) {
        if (!authentication.isRequired()) {
            return Uni.createFrom().item(Identities.everybody(authentication.isForThisMachineOnly()));
        }
        Optional<String> shown = Credentials.in(exchange.request().headers());
        if (shown.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        if (authentication.takesTokens()
                && Credentials.isToken(exchange.request().headers(), shown.get())) {
            return tokens.verify(exchange, identities);
        }
        return ApiKey.parse(shown.get())
                .filter(key -> authentication.takesKeys())
                .map(key -> identities.authenticate(new KeyAuthentication(key)))
                .orElseGet(() -> Uni.createFrom().failure(InvalidCredentials.malformed()));
    }

    /** Before the framework's own for tokens, which would refuse keys. */
    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 1000;
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext exchange) {
        return Uni.createFrom().item(new ChallengeData(401, HttpHeaders.WWW_AUTHENTICATE, Challenge.withoutReason()));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(KeyAuthentication.class);
    }
}
