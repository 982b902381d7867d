package pl.paragon.api.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** Who may reach the gateway, and how it finds out who that is. */
@ConfigMapping(prefix = "paragon.security")
interface SecurityConfig {

    /** What shows who asks; several can be allowed beside each other. */
    enum Credentials {
        /** Nobody is asked. */
        NONE,
        API_KEYS,
        /** Tokens of an OpenID Connect issuer, see {@link TokenConfig}. */
        OIDC
    }

    /** What clients may show. */
    @WithDefault("none")
    Set<Credentials> authentication();

    /**
     * Lets the gateway listen on other addresses than loopback without authentication. Meant for places where something
     * else keeps strangers out: a container whose port is published on loopback only, or a cluster behind an
     * authenticating ingress.
     */
    @WithDefault("false")
    boolean allowUnauthenticated();
}
