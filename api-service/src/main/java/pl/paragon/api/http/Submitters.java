package pl.paragon.api.http;

import io.quarkus.security.identity.SecurityIdentity;
import pl.paragon.api.identity.Submitter;

/** Finds out who stands behind the current request. The seam for authentication, for all edges. */
public interface Submitters {

    Submitter current();

    /** Where there is no current request yet, or no more. */
    static Submitter of(SecurityIdentity identity) {
        return new Submitter(identity.getPrincipal().getName());
    }
}
