package pl.paragon.api.limit;

import java.util.Locale;
import java.util.Optional;
import pl.paragon.api.identity.Submitter;

/** Whose jobs are counted together. */
public record LimitedUser(Kind kind, String name) {

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
        return kind.name().toLowerCase(Locale.ROOT) + ":" + name;
    }
}
