package pl.paragon.api.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Whose tokens are believed (OpenID Connect). */
@ConfigMapping(prefix = "paragon.oidc")
public interface TokenConfig {

    /** The address of the issuer, e.g. {@code https://login.example.org/realms/paragon}; its keys are found there. */
    Optional<String> issuer();

    /** A token must be meant for one of these: any other token of the same issuer opens no door here. */
    Optional<List<String>> audience();

    /** The claim that says who it is; it must be one that the issuer never gives to somebody else. */
    @WithDefault("sub")
    String ownerClaim();

    /** How long it may take to reach the issuer. Somebody waits. */
    @WithDefault("2s")
    Duration timeout();
}
