package pl.paragon.contracts.household;

import java.util.Optional;
import java.util.regex.Pattern;
import pl.paragon.contracts.event.Submission;

/** What owners are called: households by a prefix that no person's name may begin with. */
public final class HouseholdOwner {

    private static final String PREFIX = "household:";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private HouseholdOwner() {}

    /** The submitter of what is uploaded on behalf of a household. */
    public static String of(String householdId) {
        return PREFIX + householdId;
    }

    /** The id of a household; empty if the owner is a person. */
    public static Optional<String> idOf(String owner) {
        return isReserved(owner) ? Optional.of(owner.substring(PREFIX.length())) : Optional.empty();
    }

    /** Of anything else nobody need be asked. */
    public static boolean isId(String householdId) {
        return ID.matcher(householdId).matches();
    }

    /** Whether a person cannot be called so, since a household might be. */
    public static boolean isReserved(String owner) {
        return owner.startsWith(PREFIX);
    }

    /** Whether somebody can be called so who is a member of households. */
    public static boolean isPerson(String owner) {
        return !owner.isBlank()
                && owner.length() <= Submission.LONGEST_SUBMITTER
                && !owner.equals(Submission.ANONYMOUS)
                && !isReserved(owner)
                && owner.codePoints().noneMatch(Character::isISOControl);
    }
}
