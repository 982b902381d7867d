package pl.paragon.runtime.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** There is no room for a file. It passes once somebody makes room: the store is otherwise well. */
public final class StoreFullException extends IOException {

    private static final long serialVersionUID = 1L;

    /** ENOSPC and EDQUOT; Java has no types for them. */
    private static final List<String> SAYINGS = List.of("No space left on device", "Disk quota exceeded");

    /** Less than the smallest write of a file that does not fit: where the kernel says so in another language. */
    private static final long NEXT_TO_NOTHING = 16 * 1024;

    public StoreFullException(IOException cause) {
        super("The file store is full: " + cause.getMessage(), cause);
    }

    /** The failure of a write in this folder, as what it is. */
    static IOException orOther(IOException failure, Path folder) {
        if (failure instanceof StoreFullException) {
            return failure;
        }
        return saysSo(failure) || isFull(folder) ? new StoreFullException(failure) : failure;
    }

    private static boolean saysSo(IOException failure) {
        return SAYINGS.stream().anyMatch(String.valueOf(failure.getMessage())::contains);
    }

    private static boolean isFull(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace() < NEXT_TO_NOTHING;
        } catch (IOException e) {
            return false; // away rather than full
        }
    }
}
