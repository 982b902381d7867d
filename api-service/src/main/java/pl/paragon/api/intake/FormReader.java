package pl.paragon.api.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import pl.paragon.contracts.job.JobId;
import pl.paragon.runtime.files.PlacedFile;
import pl.paragon.runtime.files.ReceiptFileStore;

/**
 * Reads the form of one upload and has its file stored while it arrives.
 */
public final class FormReader {

    private static final String FILE = "file";

    private final FileReceiver receiver;
    private final UploadConfig config;

    FormReader(ReceiptFileStore store, UploadConfig config) {
        this.receiver = new FileReceiver(store, config);
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
    record Upload(PlacedFile file, String filename, Map<String, String> fields) {}

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
                String filename = DisplayName.of(part.head().filename().orElse(""));
                ReceivedFile file =
                        new ReceivedFile(filename, part.head().contentType().orElse(""), rest);
                upload = new Upload(receiver.store(job, file, part.content()), filename, fields);
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
}
