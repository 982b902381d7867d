package pl.paragon.api.key;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import pl.paragon.api.persistence.PersistenceWorker;
import pl.paragon.contracts.key.ApiKey;
import pl.paragon.contracts.key.KeyList;
import pl.paragon.contracts.key.KeyProof;
import pl.paragon.contracts.key.KeyRecord;
import pl.paragon.contracts.key.KeyRequest;
import pl.paragon.contracts.key.MintedKey;

/** Asks persistence-worker for API keys. */
@ApplicationScoped
class KeyClient implements SavedKeys {

    /** Of anything else nobody need be asked. */
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z]{1,64}");

    private final PersistenceWorker worker;

    KeyClient(PersistenceWorker worker) {
        this.worker = worker;
    }

    @Override
    public Optional<KeyRecord> verify(ApiKey key) {
        return worker.post("/keys/" + key.id() + "/verification", new KeyProof(key.sha256()))
                .any(KeyRecord.class);
    }

    @Override
    public MintedKey mint(KeyRequest wish) {
        return worker.post("/keys", wish).only(MintedKey.class);
    }

    @Override
    public List<KeyRecord> all() {
        return worker.get("/keys").only(KeyList.class).keys();
    }

    @Override
    public Optional<KeyRecord> revoke(String id) {
        return ID.matcher(id).matches() ? worker.delete("/keys/" + id).any(KeyRecord.class) : Optional.empty();
    }
}
