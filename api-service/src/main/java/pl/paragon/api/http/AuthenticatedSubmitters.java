package pl.paragon.api.http;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import pl.paragon.api.identity.Submitter;

/** The owner of the key that was shown; without authentication, everybody is one and the same. */
@ApplicationScoped
class AuthenticatedSubmitters implements Submitters {

    private final SecurityIdentity identity;

    AuthenticatedSubmitters(SecurityIdentity identity) {
        this.identity = identity;
    }

    @Override
    public Submitter current() {
        return Submitters.of(identity);
    }
}
