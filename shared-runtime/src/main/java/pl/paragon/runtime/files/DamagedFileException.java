package pl.paragon.runtime.files;

import java.io.IOException;
import pl.paragon.contracts.file.FileReference;

/** A file in the store is not what its claim check says: other bytes, or fewer. */
public final class DamagedFileException extends IOException {

    private static final long serialVersionUID = 1L;

    DamagedFileException(FileReference expected, long size) {
        super("%s is damaged: %d bytes of %d, or another SHA-256".formatted(expected.key(), size, expected.size()));
    }
}
