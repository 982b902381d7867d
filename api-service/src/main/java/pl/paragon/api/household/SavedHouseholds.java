package pl.paragon.api.household;

import pl.paragon.api.persistence.PersistenceUnavailableException;
import pl.paragon.contracts.household.Conflict;
import pl.paragon.contracts.household.Household;
import pl.paragon.contracts.household.HouseholdRequest;
import pl.paragon.contracts.household.Memberships;

/**
 * The households in the database, asked on behalf of a person. Every method throws
 * {@link PersistenceUnavailableException}.
 */
public interface SavedHouseholds {

    /** What became of a wish. */
    sealed interface Outcome {

        /** As the household is then. */
        record Done(Household household) implements Outcome {}

        /** There is none, or it is none of that person's. */
        record Unknown() implements Outcome {}

        record Refused(Conflict why) implements Outcome {}
    }

    Memberships of(String person);

    Outcome found(HouseholdRequest wish, String person);

    Outcome show(String household, String person);

    Outcome delete(String household, String person);

    /** Invites somebody; with their own name, a person accepts. */
    Outcome put(String household, String owner, String person);

    /** Removes somebody or their invitation; with their own name, a person leaves or declines. */
    Outcome remove(String household, String owner, String person);

    Outcome makeDefault(String household, String person);

    Memberships withoutDefault(String person);
}
