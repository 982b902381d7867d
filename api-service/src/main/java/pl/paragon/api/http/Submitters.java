package pl.paragon.api.http;

import pl.paragon.api.identity.Submitter;

/** Finds out who stands behind the current request. The seam for authentication, for all edges. */
public interface Submitters {

    Submitter current();
}
