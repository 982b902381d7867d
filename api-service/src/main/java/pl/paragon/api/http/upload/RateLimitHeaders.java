package pl.paragon.api.http.upload;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import pl.paragon.api.limit.Policy;
import pl.paragon.api.limit.Quota;

/**
 * What is left of a user's limit, as draft-ietf-httpapi-ratelimit-headers-10 has it: the policy's quota {@code q} in a
 * window of {@code w} seconds, of which {@code r} remain, and one more in {@code t} seconds.
 */
final class RateLimitHeaders {

    static final String POLICY = "RateLimit-Policy";
    static final String LEFT = "RateLimit";

    private RateLimitHeaders() {}

    /** Sets them for whatever answer follows. */
    static void set(RoutingContext exchange, Quota quota) {
        HttpServerResponse response = exchange.response();
        response.putHeader(POLICY, policy(quota.policy()));
        response.putHeader(LEFT, left(quota));
    }

    static String policy(Policy policy) {
        return "\"%s\";q=%d;w=%d"
                .formatted(policy.name(), policy.jobs(), policy.period().toSeconds());
    }

    static String left(Quota quota) {
        return "\"%s\";r=%d;t=%d".formatted(quota.policy().name(), quota.remaining(), quota.resetSeconds());
    }
}
