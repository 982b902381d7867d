package pl.paragon.api.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who may reach the gateway. */
@ConfigMapping(prefix = "paragon.security")
interface SecurityConfig {

    /**
     * Lets the gateway listen on other addresses than loopback without authentication. Meant for places where something
     * else keeps strangers out: a container whose port is published on loopback only, or a cluster behind an
     * authenticating ingress.
     */
    @WithDefault("false")
    boolean allowUnauthenticated();
}
