package pl.paragon.api.persistence;

import java.util.Optional;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;

/**
 * What persistence-worker answered. Each method that reads it throws {@link PersistenceUnavailableException} if it is
 * not what was expected.
 *
 * @param request what it answers, for the log
 */
public record Answer(String request, int status, byte[] body) {

    /** For a status that only an ill, or a much older, persistence-worker has. */
    public PersistenceUnavailableException unexpected() {
        return new PersistenceUnavailableException(
                "persistence-worker answered %d to %s".formatted(status, request), null);
    }

    /** The body, whatever the status. */
    public <T> T as(Class<T> type) {
        try {
            return Json.read(body, type);
        } catch (UndecodableException e) {
            throw new PersistenceUnavailableException(
                    "persistence-worker's answer to %s is undecodable: %s".formatted(request, e.getMessage()), e);
        }
    }

    /** The bytes of a 200. */
    public byte[] bytes() {
        if (status != 200) {
            throw unexpected();
        }
        return body;
    }

    /** The body of a 200. */
    public <T> T only(Class<T> type) {
        bytes();
        return as(type);
    }

    /** The body of a 200; empty for a 404. */
    public <T> Optional<T> any(Class<T> type) {
        return status == 404 ? Optional.empty() : Optional.of(only(type));
    }
}
