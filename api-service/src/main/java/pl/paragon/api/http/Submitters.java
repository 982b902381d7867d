package pl.paragon.api.http;

import pl.paragon.api.identity.Submitter;

/** Finds out who stands behind the current request. The seam for authentication, for all edges. */
public interface Submitters {

    /** On whose behalf it is made; may ask persistence-worker, so it blocks. */
    Submitter current();
}
