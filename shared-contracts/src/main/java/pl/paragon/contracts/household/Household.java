package pl.paragon.contracts.household;

import java.time.Instant;
import java.util.List;

/**
 * A household as its members see it.
 *
 * @param members and those who are invited, in the order in which they came
 */
public record Household(String id, String name, Instant createdAt, List<Member> members) {
    public Household {
        members = List.copyOf(members);
    }
}
