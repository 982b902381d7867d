package pl.paragon.api.limit;

import java.time.Duration;

/**
 * A limit.
 *
 * @param name of the class of users that it holds for
 * @param jobs at least one
 * @param period whole seconds, at least one
 */
public record Policy(String name, int jobs, Duration period) {

    /** Whom no class names. */
    static final String DEFAULT = "default";

    /** Files that come in batches, whoever sends them. */
    static final String BATCH = "batch";

    /** @throws IllegalArgumentException with the key to correct */
    public Policy {
        if (!name.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new IllegalArgumentException("paragon.rate-limit.classes." + name
                    + ": a class is named with up to 64 letters, digits, dots, underscores and hyphens");
        }
        if (jobs < 1) {
            String jobsKey = name.equals(BATCH) ? "files" : "jobs";
            throw new IllegalArgumentException(key(name) + jobsKey + "=" + jobs + ": at least 1 job has to be allowed");
        }
        if (period.compareTo(Duration.ofSeconds(1)) < 0 || period.toNanosPart() != 0) {
            throw new IllegalArgumentException(key(name) + "period=" + period + ": whole seconds, at least 1");
        }
    }

    private static String key(String name) {
        return switch (name) {
            case DEFAULT -> "paragon.rate-limit.";
            case BATCH -> "paragon.rate-limit.batch-";
            default -> "paragon.rate-limit.classes." + name + ".";
        };
    }
}
