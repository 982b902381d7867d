package pl.paragon.api.push;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import pl.paragon.api.listen.Interest;
import pl.paragon.contracts.job.JobId;

/** What a client asks for in its request. */
final class Wish {

    static final String LAST_EVENT_ID = "Last-Event-ID";
    static final String LAST_EVENT_ID_PARAMETER = "last_event_id";
    static final String JOB_ID = "job_id";
    static final String USER_ID = "user_id";

    private Wish() {}

    /**
     * All jobs, or those that are named. An id that is none names no job, as one does that belongs to somebody else.
     *
     * @param jobs may be empty
     * @param userId or {@code null}
     */
    static Interest interest(List<String> jobs, String userId) {
        Set<JobId> named =
                jobs.stream().flatMap(id -> JobId.parse(id).stream()).collect(Collectors.toUnmodifiableSet());
        return new Interest(
                jobs.isEmpty() ? new Interest.Which.All() : new Interest.Which.These(named), forUser(userId));
    }

    private static Optional<String> forUser(String userId) {
        return Optional.ofNullable(userId).filter(id -> !id.isBlank());
    }

    /**
     * @param header what browsers send when they reconnect, or {@code null}
     * @param parameter what a client sends that cannot set headers, or {@code null}
     * @throws NumberFormatException if it is not an id that was sent
     */
    static OptionalLong since(String header, String parameter) {
        String id = header == null || header.isEmpty() ? parameter : header;
        if (id == null || id.isEmpty()) {
            return OptionalLong.empty();
        }
        long version = Long.parseLong(id);
        if (version < 0) {
            throw new NumberFormatException("negative");
        }
        return OptionalLong.of(version);
    }
}
