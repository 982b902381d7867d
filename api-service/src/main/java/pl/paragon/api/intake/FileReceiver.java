package pl.paragon.api.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.Optional;
import pl.paragon.contracts.file.FileType;
import pl.paragon.contracts.job.JobId;
import pl.paragon.runtime.files.PlacedFile;
import pl.paragon.runtime.files.ReceiptFileStore;

/** Stores a receipt's file while it arrives, once its type, size and first bytes are checked. */
public final class FileReceiver {

    /** The name under which an uploaded file is stored. */
    public static final String STORED_AS = ReceiptFileStore.UPLOAD;

    private final ReceiptFileStore store;
    private final UploadConfig config;

    public FileReceiver(ReceiptFileStore store, UploadConfig config) {
        this.store = store;
        this.config = config;
    }

    /**
     * @throws RefusedException if the file is refused; nothing of it is left
     * @throws IOException if the file store is unavailable
     */
    public PlacedFile store(JobId job, ReceivedFile file, InputStream bytes) throws IOException {
        String declared = file.declaredType();
        if (!FileType.isUntold(declared) && FileType.declared(declared).isEmpty()) {
            throw new RefusedException(new Refusal.UnsupportedType(declared));
        }
        long most = config.maxFileSize().asLongValue();
        if (file.rest() - config.maxFormSize().asLongValue() > most) {
            throw new RefusedException(new Refusal.TooLarge(most, file.rest()));
        }
        LimitedContent content = new LimitedContent(bytes, most, file.rest());
        byte[] head = content.readNBytes(FileType.HEAD);
        if (head.length == 0) {
            throw new RefusedException(new Refusal.Empty(file.filename()));
        }
        Optional<FileType> detected = FileType.detected(head);
        if (detected.isEmpty() || !detected.get().isCalled(declared)) {
            // "Too large" comes before "not what it says", so the bytes are counted first; none is kept.
            content.transferTo(OutputStream.nullOutputStream());
            throw new RefusedException(notWhatItIsCalled(declared, detected));
        }
        return store.place(
                job,
                STORED_AS,
                detected.get().mediaType(),
                new SequenceInputStream(new ByteArrayInputStream(head), content));
    }

    /** A file whose declared type leaves it to the bytes is refused only if the bytes are none of ours. */
    private static Refusal notWhatItIsCalled(String declared, Optional<FileType> detected) {
        if (declared.isEmpty()) {
            return new Refusal.NoContentType();
        }
        return FileType.isUntold(declared)
                ? new Refusal.UnsupportedType(declared)
                : new Refusal.TypeMismatch(declared, detected.map(FileType::mediaType));
    }
}
