package pl.paragon.api.identity;

import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pl.paragon.api.identity.SecurityConfig.Credentials;

/** How the gateway finds out who asks. */
@ApplicationScoped
public class Authentication {

    private final Set<Credentials> credentials;
    private final Exposure.Verdict exposure;

    Authentication(@ConfigProperty(name = "quarkus.http.host") String host, SecurityConfig config, TokenConfig tokens) {
        this.credentials = config.authentication();
        if (credentials.contains(Credentials.NONE) && credentials.size() > 1) {
            throw new ConfigurationException("paragon.security.authentication has 'none' beside something else");
        }
        if (takesTokens() && (tokens.issuer().isEmpty() || tokens.audience().isEmpty())) {
            throw new ConfigurationException("paragon.security.authentication=oidc needs paragon.oidc.issuer and"
                    + " paragon.oidc.audience: whose tokens are believed, and for whom they are meant");
        }
        this.exposure = Exposure.of(host, isRequired(), config.allowUnauthenticated());
    }

    /** Otherwise everybody is one and the same, {@link Submitter#ANONYMOUS}. */
    public boolean isRequired() {
        return !credentials.equals(Set.of(Credentials.NONE));
    }

    public boolean takesKeys() {
        return credentials.contains(Credentials.API_KEYS);
    }

    public boolean takesTokens() {
        return credentials.contains(Credentials.OIDC);
    }

    /** Whether only those who can log in to this machine can ask. */
    public boolean isForThisMachineOnly() {
        return exposure == Exposure.Verdict.LOOPBACK_ONLY;
    }

    Exposure.Verdict exposure() {
        return exposure;
    }
}
