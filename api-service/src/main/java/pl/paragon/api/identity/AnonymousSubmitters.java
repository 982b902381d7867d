package pl.paragon.api.identity;

import jakarta.enterprise.context.ApplicationScoped;
import pl.paragon.contracts.event.Submission;

/** Without authentication everybody is one and the same. */
@ApplicationScoped
class AnonymousSubmitters implements Submitters {

    @Override
    public String current() {
        return Submission.ANONYMOUS;
    }
}
