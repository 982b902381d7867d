package pl.paragon.persistence.household;

import java.time.Instant;
import java.util.Optional;
import pl.paragon.contracts.household.Household;
import pl.paragon.contracts.household.Memberships;

/** The households in the database. Every method needs a transaction. */
interface Households {

    void add(String id, String name, Instant at);

    /** The household with everybody in it; nobody else changes it until the transaction ends. */
    Optional<Household> lock(String id);

    Optional<Household> find(String id);

    /** Whether receipts, or jobs that are not deleted, belong to it. */
    boolean ownsAnything(String id);

    void delete(String id);

    /** One more who is invited; does nothing to somebody who is in it. */
    void invite(String id, String owner, String by, Instant at);

    /** A member from now on, whether invited or not. */
    void join(String id, String owner, Instant at);

    /** Also withdraws or declines an invitation. */
    void remove(String id, String owner);

    Memberships of(String owner);

    /** Replaces the default that the owner had; empty for none. */
    void setDefault(String owner, Optional<String> id);
}
