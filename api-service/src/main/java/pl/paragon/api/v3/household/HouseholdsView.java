package pl.paragon.api.v3.household;

import java.util.List;
import pl.paragon.contracts.household.Membership;
import pl.paragon.contracts.household.Memberships;

/** {@code data} of the list. @param households also those that the caller is invited to */
record HouseholdsView(List<Membership> households) {

    static HouseholdsView of(Memberships memberships) {
        return new HouseholdsView(memberships.households());
    }
}
