package pl.paragon.contracts.household;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What somebody is to a household. */
public enum Standing {
    /** Asked to join, and has not agreed: sees the household, and nothing that belongs to it. */
    INVITED,
    MEMBER;

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
