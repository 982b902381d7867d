package pl.paragon.operations.key;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import pl.paragon.contracts.key.KeyList;
import pl.paragon.contracts.key.KeyRecord;
import pl.paragon.contracts.key.KeyRequest;
import pl.paragon.contracts.key.MintedKey;
import pl.paragon.operations.installation.PersistenceWorker;

/** Asks a persistence-worker about API keys. */
record KeysClient(PersistenceWorker worker) {

    private static final String KEYS = "/internal/keys";

    MintedKey mint(KeyRequest wish) throws IOException, InterruptedException {
        return worker.post(KEYS, wish).body(MintedKey.class);
    }

    /** Newest first. */
    List<KeyRecord> all() throws IOException, InterruptedException {
        return worker.get(KEYS).body(KeyList.class).keys();
    }

    /** Empty if there is no such key. @param id letters and digits */
    Optional<KeyRecord> revoke(String id) throws IOException, InterruptedException {
        return worker.delete(KEYS + "/" + id).found(KeyRecord.class);
    }
}
