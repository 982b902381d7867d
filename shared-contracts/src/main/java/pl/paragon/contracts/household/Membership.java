package pl.paragon.contracts.household;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A household as one of its members, or somebody invited, has it in a list.
 *
 * @param byDefault whether it is theirs whatever they upload without saying whose it is
 */
public record Membership(
        String id,
        String name,
        Standing standing,
        @JsonProperty("default") boolean byDefault) {}
