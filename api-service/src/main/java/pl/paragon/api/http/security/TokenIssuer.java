package pl.paragon.api.http.security;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import pl.paragon.api.identity.Authentication;
import pl.paragon.api.identity.TokenConfig;

/**
 * Tells the framework whose tokens are believed. It is asked with the first token, not at the start: an issuer that is
 * away then does not keep the gateway from starting.
 */
@ApplicationScoped
class TokenIssuer implements TenantConfigResolver {

    private final Uni<OidcTenantConfig> issuer;

    TokenIssuer(Authentication authentication, TokenConfig config) {
        this.issuer = authentication.takesTokens()
                ? Uni.createFrom().item(believing(config))
                : Uni.createFrom().nullItem();
    }

    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext exchange, OidcRequestContext<OidcTenantConfig> requestContext) {
        return issuer;
    }

    private static OidcTenantConfig believing(TokenConfig config) {
        return OidcTenantConfig.authServerUrl(config.issuer().orElseThrow())
                .tenantId("paragon")
                .applicationType(ApplicationType.SERVICE)
                .connectionTimeout(config.timeout())
                .token()
                .issuer(config.issuer().orElseThrow())
                .audience(config.audience().orElse(List.of()))
                .principalClaim(config.ownerClaim())
                // Only what can be verified by the issuer's keys: asking it about each token would need its attention.
                .allowJwtIntrospection(false)
                .allowOpaqueTokenIntrospection(false)
                .end()
                .build();
    }
}
