package pl.paragon.api.key;

import java.util.List;
import java.util.Optional;
import pl.paragon.api.persistence.PersistenceUnavailableException;
import pl.paragon.contracts.key.ApiKey;
import pl.paragon.contracts.key.KeyRecord;
import pl.paragon.contracts.key.KeyRequest;
import pl.paragon.contracts.key.MintedKey;

/** The keys in the database. Every method throws {@link PersistenceUnavailableException} if it cannot be asked now. */
public interface SavedKeys {

    /** What is known of a key, whether or not it can still be used; empty if there is no such key. */
    Optional<KeyRecord> verify(ApiKey key);

    MintedKey mint(KeyRequest wish);

    /** All of them, newest first. */
    List<KeyRecord> all();

    /** The key as it is then, also if it was revoked before; empty if there is none. */
    Optional<KeyRecord> revoke(String id);
}
