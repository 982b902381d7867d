package pl.paragon.runtime.files;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import pl.paragon.contracts.file.FileReference;

/** A file that whoever has its claim check can read, while it is still being forced to the disk. */
public final class PlacedFile {

    private final FileReference reference;
    private final CompletableFuture<Void> forced;

    /** @param forced done once the file outlasts a power cut; fails with an {@link IOException} */
    public PlacedFile(FileReference reference, CompletableFuture<Void> forced) {
        this.reference = reference;
        this.forced = forced;
    }

    /** A file that outlasts a power cut by now. */
    public static PlacedFile durable(FileReference reference) {
        return new PlacedFile(reference, CompletableFuture.completedFuture(null));
    }

    public FileReference reference() {
        return reference;
    }

    /**
     * Returns once the file outlasts a power cut.
     *
     * @throws StoreFullException if there is no room for it
     * @throws IOException if the store is unavailable
     */
    public FileReference awaitDurable() throws IOException {
        try {
            forced.get();
            return reference;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while " + reference.key() + " is forced to the disk");
        }
    }
}
