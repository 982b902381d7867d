package pl.paragon.api.limit;

import java.util.Locale;
import java.util.Optional;
import pl.paragon.api.identity.Submitter;

/** Whose jobs are counted together. */
public record LimitedUser(Kind kind, String name, Counted counted) {

    /** Which of a user's jobs are counted together. */
    public enum Counted {
        SINGLY,
        IN_BATCHES
    }

    LimitedUser(Kind kind, String name) {
        this(kind, name, Counted.SINGLY);
    }

    /** The same user, as far as it submits batches. */
    LimitedUser inBatches() {
        return new LimitedUser(kind, name, Counted.IN_BATCHES);
    }

    /** What a user is known by. */
    public enum Kind {
        /** They are authenticated. What they send as {@code user_id} gives them no further limit. */
        OWNER,
        /** Nobody is authenticated, and they say who they are. */
        USER_ID,
        /** Nobody is authenticated, and they do not say who they are. */
        ADDRESS
    }

    /**
     * @param userId or {@code null}
     * @param address that the request came from
     */
    public static LimitedUser of(Submitter submitter, String userId, String address) {
        return beforeTheForm(submitter)
                .orElseGet(() -> userId == null
                        ? new LimitedUser(Kind.ADDRESS, address)
                        : new LimitedUser(Kind.USER_ID, userId));
    }

    /** Empty if their form may still say who they are. */
    public static Optional<LimitedUser> beforeTheForm(Submitter submitter) {
        return submitter.equals(Submitter.ANONYMOUS)
                ? Optional.empty()
                : Optional.of(new LimitedUser(Kind.OWNER, submitter.caller()));
    }

    /** Different for different users. */
    String id() {
        String id = kind.name().toLowerCase(Locale.ROOT) + ":" + name;
        return switch (counted) {
            case SINGLY -> id;
            case IN_BATCHES -> "batches:" + id;
        };
    }
}
