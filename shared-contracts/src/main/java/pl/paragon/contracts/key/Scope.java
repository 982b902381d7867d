package pl.paragon.contracts.key;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What a key or a token permits. None includes another. */
public enum Scope {
    READ(Id.READ),
    WRITE(Id.WRITE),
    ADMIN(Id.ADMIN);

    /** Their names on the wire, as constants that annotations can use. */
    public static final class Id {

        /** Looking at one's own jobs and receipts. */
        public static final String READ = "receipts:read";

        /** Uploading, cancelling, correcting and deleting one's own. */
        public static final String WRITE = "receipts:write";

        /** Keys, and whatever else is for operators; nobody's receipts. */
        public static final String ADMIN = "admin";

        private Id() {}
    }

    private final String id;

    Scope(String id) {
        this.id = id;
    }

    @JsonValue
    public String id() {
        return id;
    }

    public static Optional<Scope> parse(String id) {
        return Arrays.stream(values()).filter(scope -> scope.id.equals(id)).findFirst();
    }

    @JsonCreator
    static Scope of(String id) {
        return parse(id).orElseThrow(() -> new IllegalArgumentException("there is no scope " + id));
    }
}
