package pl.paragon.api.intake;

import java.util.Map;

/** Whose receipt it is, as a client says that nobody has authenticated. */
public final class SaidUser {

    private static final String FIELD = "user_id";
    private static final int LONGEST = 255;

    private static final String HOUSEHOLD = "household";

    private SaidUser() {}

    /**
     * The owner is known before the form, whose fields may follow the file; unread, this would misfile it.
     *
     * @throws RefusedException if the form names a household
     */
    public static void requireNoHousehold(Map<String, String> fields) throws RefusedException {
        if (fields.containsKey(HOUSEHOLD)) {
            throw new RefusedException(new Refusal.BadField(
                    HOUSEHOLD, "Say so in the header Paragon-Household, or in the address: ?household=…"));
        }
    }

    /**
     * @param fields of the form
     * @param parameter {@code user_id} beside the form, or {@code null}; the form's field goes before it
     * @return {@code null} if it does not say
     * @throws RefusedException if it is too long, or no text
     */
    public static String of(Map<String, String> fields, String parameter) throws RefusedException {
        String given = fields.getOrDefault(FIELD, parameter);
        if (given == null || given.isBlank()) {
            return null;
        }
        if (given.length() > LONGEST || given.codePoints().anyMatch(Character::isISOControl)) {
            throw new RefusedException(new Refusal.BadField(
                    FIELD, "At most " + LONGEST + " characters, none of them a control character"));
        }
        return given.strip();
    }
}
