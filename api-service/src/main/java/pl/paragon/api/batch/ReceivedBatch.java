package pl.paragon.api.batch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import pl.paragon.api.intake.Refusal;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.BatchId;

/**
 * What a request for a batch brought.
 *
 * @param files in the order in which they came
 * @param fields the form's other fields; the first of those with one name
 */
record ReceivedBatch(List<Received> files, Map<String, String> fields) {

    /** A file, stored or refused. */
    sealed interface Received {
        String filename();
    }

    /** @param position in the batch, from which the id of its job follows */
    record Stored(int position, String filename, FileReference file) implements Received {}

    record Refused(String filename, Refusal refusal) implements Received {}

    List<Stored> stored() {
        return files.stream()
                .filter(Stored.class::isInstance)
                .map(Stored.class::cast)
                .toList();
    }

    List<Refusal.FileRefusal> refused() {
        return files.stream()
                .filter(Refused.class::isInstance)
                .map(Refused.class::cast)
                .map(file -> new Refusal.FileRefusal(file.filename(), file.refusal()))
                .toList();
    }

    /** Stands for all of it, to be compared with a batch that is sent again. */
    FileReference fingerprint(BatchId id) {
        MessageDigest sha256 = sha256();
        long size = 0;
        for (Received received : files) {
            String what =
                    switch (received) {
                        case Stored(var position, var filename, var file) -> file.sha256();
                        case Refused(var filename, var refusal) -> refusal.toString();
                    };
            sha256.update((received.filename() + '\0' + what + '\0').getBytes(StandardCharsets.UTF_8));
            size += received instanceof Stored stored ? stored.file().size() : 0;
        }
        return new FileReference(
                id + "/batch", "application/octet-stream", size, HexFormat.of().formatHex(sha256.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
