package pl.paragon.contracts.household;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The households of somebody, the answer of {@code GET /internal/households?by=…}.
 *
 * @param households also those that they are invited to
 * @param anybodyHasDefault whether there is any owner at all whose uploads go to a household by default
 */
public record Memberships(List<Membership> households, boolean anybodyHasDefault) {
    public Memberships {
        households = List.copyOf(households);
    }

    public boolean isMember(String household) {
        return members().anyMatch(each -> each.id().equals(household));
    }

    /** The id of the household that is theirs by default. */
    public Optional<String> byDefault() {
        return members().filter(Membership::byDefault).map(Membership::id).findFirst();
    }

    private Stream<Membership> members() {
        return households.stream().filter(each -> each.standing() == Standing.MEMBER);
    }
}
