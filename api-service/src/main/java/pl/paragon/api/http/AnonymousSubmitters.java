package pl.paragon.api.http;

import jakarta.enterprise.context.ApplicationScoped;
import pl.paragon.api.identity.Submitter;

/** Nobody is asked who they are. */
@ApplicationScoped
class AnonymousSubmitters implements Submitters {

    @Override
    public Submitter current() {
        return Submitter.ANONYMOUS;
    }
}
