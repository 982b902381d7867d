package pl.paragon.api.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.file.FileType;
import pl.paragon.contracts.job.JobId;
import pl.paragon.runtime.files.ReceiptFileStore;

/**
 * Reads the form of one upload and stores its file while it arrives, once its type, size and first bytes are checked.
 */
public final class FormReader {

    /** The name under which an uploaded file is stored. */
    static final String STORED_AS = "upload";

    private static final String FILE = "file";

    private final ReceiptFileStore store;
    private final UploadConfig config;

    FormReader(ReceiptFileStore store, UploadConfig config) {
        this.store = store;
        this.config = config;
    }

    /**
     * What a request brings.
     *
     * @param contentType its Content-Type, or {@code null}
     * @param contentLength bytes, or −1 if the request does not say
     * @param waitsToSend whether the client sends its body only after the first byte of it was asked for
     * @param address that it came from
     */
    public record Request(
            String contentType, long contentLength, boolean waitsToSend, InputStream body, String address) {}

    /** @param fields the form's other fields; the first of those with one name */
    record Upload(FileReference file, String filename, Map<String, String> fields) {}

    /**
     * @throws RefusedException if the upload is refused; what was stored of it so far is for the caller to delete
     * @throws IOException if the file store is unavailable
     */
    Upload read(JobId job, Request request) throws IOException {
        String boundary = UploadForm.boundary(request.contentType())
                .orElseThrow(() -> new RefusedException(new Refusal.NoFile()));
        long largestBody =
                config.maxFileSize().asLongValue() + config.maxFormSize().asLongValue();
        if (request.waitsToSend() && request.contentLength() > largestBody) {
            throw new RefusedException(
                    new Refusal.TooLarge(config.maxFileSize().asLongValue(), request.contentLength()));
        }
        UploadForm form = new UploadForm(request.body(), boundary);
        Map<String, String> fields = new HashMap<>();
        Upload upload = null;
        long formSize = 0;
        for (Optional<UploadForm.Part> next = form.next(); next.isPresent(); next = form.next()) {
            UploadForm.Part part = next.get();
            if (isFile(part.head())) {
                if (upload != null) {
                    throw new RefusedException(new Refusal.BadField(FILE, "One request carries one file"));
                }
                long rest = request.contentLength() < 0 ? -1 : form.restOf(request.contentLength());
                upload = new Upload(store(job, part, rest), nameOf(part.head()), fields);
            } else {
                byte[] value =
                        part.content().readNBytes((int) config.maxFormSize().asLongValue() + 1);
                formSize += value.length;
                if (formSize > config.maxFormSize().asLongValue()) {
                    throw new RefusedException(new Refusal.BadField(
                            part.head().name(),
                            "The form's fields take more than "
                                    + config.maxFormSize().asLongValue() + " bytes"));
                }
                fields.putIfAbsent(part.head().name(), new String(value, StandardCharsets.UTF_8));
            }
        }
        return Optional.ofNullable(upload).orElseThrow(() -> new RefusedException(new Refusal.NoFile()));
    }

    /** A form that is sent before a file was chosen has a part with an empty file name. A plain field is no file. */
    private static boolean isFile(PartHead head) {
        return head.name().equals(FILE)
                && head.filename()
                        .map(name -> !name.isEmpty())
                        .orElse(head.contentType().isPresent());
    }

    private static String nameOf(PartHead head) {
        return DisplayName.of(head.filename().orElse(""));
    }

    /** @param rest how many bytes of the file follow, by the length of the request; negative if it did not say */
    private FileReference store(JobId job, UploadForm.Part part, long rest) throws IOException {
        String declared = part.head().contentType().orElse("");
        if (!FileType.isUntold(declared) && FileType.declared(declared).isEmpty()) {
            throw new RefusedException(new Refusal.UnsupportedType(declared));
        }
        long most = config.maxFileSize().asLongValue();
        if (rest - config.maxFormSize().asLongValue() > most) {
            throw new RefusedException(new Refusal.TooLarge(most, rest));
        }
        LimitedContent content = new LimitedContent(part.content(), most, rest);
        byte[] head = content.readNBytes(FileType.HEAD);
        if (head.length == 0) {
            throw new RefusedException(new Refusal.Empty(nameOf(part.head())));
        }
        Optional<FileType> detected = FileType.detected(head);
        if (detected.isEmpty() || !detected.get().isCalled(declared)) {
            // "Too large" comes before "not what it says", so the bytes are counted first; none is kept.
            content.transferTo(OutputStream.nullOutputStream());
            throw new RefusedException(notWhatItIsCalled(declared, detected));
        }
        return store.put(
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
