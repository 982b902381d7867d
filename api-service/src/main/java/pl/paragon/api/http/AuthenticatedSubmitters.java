package pl.paragon.api.http;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import pl.paragon.api.http.household.OnBehalf;
import pl.paragon.api.identity.Submitter;

/**
 * The owner of the key that was shown, or the household on whose behalf they ask; without authentication, everybody is
 * one and the same.
 */
@ApplicationScoped
class AuthenticatedSubmitters implements Submitters {

    private final SecurityIdentity identity;
    private final CurrentVertxRequest request;
    private final OnBehalf onBehalf;

    AuthenticatedSubmitters(SecurityIdentity identity, CurrentVertxRequest request, OnBehalf onBehalf) {
        this.identity = identity;
        this.request = request;
        this.onBehalf = onBehalf;
    }

    @Override
    public Submitter current() {
        RoutingContext exchange = request.getCurrent();
        Submitter submitter = onBehalf.of(identity, exchange.request());
        OnBehalf.note(submitter, exchange);
        return submitter;
    }
}
