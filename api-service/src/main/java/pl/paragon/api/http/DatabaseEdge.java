package pl.paragon.api.http;

import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import pl.paragon.api.error.ApiException;
import pl.paragon.api.persistence.PersistenceUnavailableException;

/**
 * Asks for what is in the database; while that is unavailable, the request ends with 503.
 *
 * @param what is asked for, in the plural, for the client and the log
 */
public record DatabaseEdge(String what, Duration retryAfter) {

    private static final Logger LOG = Logger.getLogger(DatabaseEdge.class);

    public <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (PersistenceUnavailableException e) {
            LOG.warnf("%s are unavailable: %s", what, e.getMessage());
            throw ApiException.unavailable(
                    what + " are temporarily unavailable", "The database is unavailable", retryAfter);
        }
    }
}
