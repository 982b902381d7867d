package pl.paragon.contracts.household;

import java.util.Objects;

/**
 * The wish for a new household, the body of {@code POST /internal/households}.
 *
 * @param name for people; several households may have the same
 */
public record HouseholdRequest(String name) {

    private static final int LONGEST_NAME = 100;

    /** @throws IllegalArgumentException with a sentence for the client */
    public HouseholdRequest {
        name = Objects.requireNonNullElse(name, "").strip();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("name is missing");
        }
        if (name.length() > LONGEST_NAME || name.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "name has at most " + LONGEST_NAME + " characters, none of them a control character");
        }
    }
}
