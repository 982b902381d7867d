package pl.paragon.api.v3.joblist;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import pl.paragon.api.result.JobRegister.Position;
import pl.paragon.contracts.job.JobId;

/** A place in a list as clients carry it: they need not know what is in it. */
final class Cursor {

    private static final String BETWEEN = "/";

    private Cursor() {}

    static String of(Position position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((position.submittedAt() + BETWEEN + position.job()).getBytes(StandardCharsets.UTF_8));
    }

    /** Empty if it is none of ours. */
    static Optional<Position> parse(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(BETWEEN);
            return parts.length == 2
                    ? JobId.parse(parts[1])
                            .map(job -> new Position(Instant.parse(parts[0]), job))
                            .filter(position -> TimeText.isStorable(position.submittedAt()))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
