package pl.paragon.api.intake;

import java.util.Map;

/**
 * On behalf of which household a form is sent. Who owns a job is known before its form is read, whose fields may follow
 * the file: a household that stands there comes too late, and a job that did not mind it would be misfiled.
 */
public final class SaidHousehold {

    private static final String FIELD = "household";

    private SaidHousehold() {}

    /** @throws RefusedException if a form's fields name a household */
    public static void refuseIn(Map<String, String> fields) throws RefusedException {
        if (fields.containsKey(FIELD)) {
            throw new RefusedException(new Refusal.BadField(
                    FIELD, "Say so in the header Paragon-Household, or in the address: ?household=…"));
        }
    }
}
