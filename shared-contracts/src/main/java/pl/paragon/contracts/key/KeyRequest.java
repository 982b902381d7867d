package pl.paragon.contracts.key;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.household.HouseholdOwner;

/**
 * The wish for a new key, the body of {@code POST /internal/keys}.
 *
 * @param owner whose jobs and receipts it gives access to: the submitter of what is uploaded with it
 * @param name what the key is for, to people; may be empty
 * @param scopes at least one
 * @param expiresAt from when on it is refused; {@code null} for never
 */
public record KeyRequest(String owner, String name, List<Scope> scopes, Instant expiresAt) {

    private static final int LONGEST_NAME = 100;

    /** Far below the end of PostgreSQL's calendar. */
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /** @throws IllegalArgumentException saying which field is wrong */
    public KeyRequest {
        owner = text("owner", owner, Submission.LONGEST_SUBMITTER);
        if (owner.isEmpty()) {
            throw new IllegalArgumentException("owner is missing");
        }
        if (HouseholdOwner.isReserved(owner)) {
            throw new IllegalArgumentException("owner is a household; give its members keys of their own");
        }
        name = text("name", name, LONGEST_NAME);
        Set<Scope> different = new TreeSet<>(Objects.requireNonNullElse(scopes, List.of()));
        if (different.isEmpty()) {
            throw new IllegalArgumentException("scopes names none; there are receipts:read, receipts:write, admin");
        }
        scopes = List.copyOf(different);
        if (expiresAt != null && expiresAt.isAfter(LATEST)) {
            throw new IllegalArgumentException("expires_at is too late; leave it out for never");
        }
    }

    private static String text(String field, String given, int longest) {
        String text = Objects.requireNonNullElse(given, "").strip();
        if (text.length() > longest || text.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    field + " has at most " + longest + " characters, none of them a control character");
        }
        return text;
    }
}
