package pl.paragon.api.http.security;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import pl.paragon.api.error.ApiException;
import pl.paragon.api.key.KnownKeys;
import pl.paragon.api.key.KnownKeys.Verdict;

/** Whose a key is. What is remembered is answered on the event loop, a question to the database is asked elsewhere. */
@ApplicationScoped
class KeyIdentityProvider implements IdentityProvider<KeyAuthentication> {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final KnownKeys keys;

    KeyIdentityProvider(KnownKeys keys) {
        this.keys = keys;
    }

    @Override
    public Class<KeyAuthentication> getRequestType() {
        return KeyAuthentication.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(KeyAuthentication shown, AuthenticationRequestContext context) {
        Optional<Verdict> remembered = keys.remembered(shown.key());
        return remembered.isPresent()
                ? Uni.createFrom().item(() -> identity(remembered.get()))
                : context.runBlocking(() -> identity(keys.check(shown.key())));
    }

    private static SecurityIdentity identity(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Admitted(var key, var owner, var scopes) -> Identities.of(owner, "key " + key, scopes);
            case Verdict.Refused(var why) -> throw InvalidCredentials.of(why);
            case Verdict.Unavailable() ->
                throw ApiException.unavailable(
                        "Authentication is temporarily unavailable", "API keys cannot be verified now", RETRY_AFTER);
        };
    }
}
