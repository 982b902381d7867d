package pl.paragon.api.limit;

import java.util.HashMap;
import java.util.Map;

/** Which limit holds for whom. */
final class Policies {

    private final Policy others;
    private final Policy batches;
    private final Map<String, Policy> byUser = new HashMap<>();

    /** @throws IllegalArgumentException if a limit is none, or a user is in two classes */
    Policies(RateLimitConfig config) {
        others = new Policy(Policy.DEFAULT, config.jobs(), config.period());
        batches = new Policy(Policy.BATCH, config.batchFiles(), config.batchPeriod());
        config.classes().forEach((name, members) -> {
            if (name.equals(Policy.DEFAULT)) {
                throw new IllegalArgumentException("paragon.rate-limit.classes." + name
                        + ": this is the name of the limit for everybody else, paragon.rate-limit.jobs");
            }
            if (name.equals(Policy.BATCH)) {
                throw new IllegalArgumentException("paragon.rate-limit.classes." + name
                        + ": this is the name of the limit for files in batches, paragon.rate-limit.batch-files");
            }
            Policy policy = new Policy(name, members.jobs(), members.period());
            members.users().forEach(user -> {
                Policy other = byUser.put(user, policy);
                if (other != null) {
                    throw new IllegalArgumentException("paragon.rate-limit.classes: the user " + user + " is in "
                            + other.name() + " and in " + name);
                }
            });
        });
    }

    Policy of(LimitedUser user) {
        return switch (user.counted()) {
            case SINGLY ->
                switch (user.kind()) {
                    case OWNER, USER_ID -> byUser.getOrDefault(user.name(), others);
                    case ADDRESS -> others;
                };
            case IN_BATCHES -> batches;
        };
    }
}
