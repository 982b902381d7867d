package pl.paragon.api.upload;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import pl.paragon.api.error.ApiException;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;
import pl.paragon.runtime.files.ReceiptFileStore;

/** Reads the form of one upload and stores its file as it comes, after looking at its type, its size and its first bytes. */
final class FormReader {

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
     */
    record Request(String contentType, long contentLength, boolean waitsToSend, InputStream body) {}

    /** @param fields the form's other fields; the first of those with one name */
    record Upload(FileReference file, String filename, Map<String, String> fields) {}

    /**
     * @throws ApiException where the upload is refused; what was stored of it so far is for the caller to delete
     * @throws IOException where the body is malformed or breaks off, the file is too large, or the file store is away
     */
    Upload read(JobId job, Request request) throws IOException {
        String boundary = UploadForm.boundary(request.contentType()).orElseThrow(UploadErrors::missingFile);
        long largestBody =
                config.maxFileSize().asLongValue() + config.maxFormSize().asLongValue();
        if (request.waitsToSend() && request.contentLength() > largestBody) {
            throw new FileTooLargeException(request.contentLength());
        }
        UploadForm form = new UploadForm(request.body(), boundary);
        Map<String, String> fields = new HashMap<>();
        Upload upload = null;
        long formSize = 0;
        for (Optional<UploadForm.Part> next = form.next(); next.isPresent(); next = form.next()) {
            UploadForm.Part part = next.get();
            if (isFile(part.head())) {
                if (upload != null) {
                    throw UploadErrors.badField(FILE, "One request carries one file");
                }
                long rest = request.contentLength() < 0 ? -1 : form.restOf(request.contentLength());
                upload = new Upload(store(job, part, rest), nameOf(part.head()), fields);
            } else {
                byte[] value =
                        part.content().readNBytes((int) config.maxFormSize().asLongValue() + 1);
                formSize += value.length;
                if (formSize > config.maxFormSize().asLongValue()) {
                    throw UploadErrors.badField(
                            part.head().name(),
                            "The form's fields take more than "
                                    + config.maxFormSize().asLongValue() + " bytes");
                }
                fields.putIfAbsent(part.head().name(), new String(value, StandardCharsets.UTF_8));
            }
        }
        return Optional.ofNullable(upload).orElseThrow(UploadErrors::missingFile);
    }

    /** A form that is sent before a file was chosen has a part with an empty name; a plain field named so is no file either. */
    private static boolean isFile(PartHead head) {
        return head.name().equals(FILE)
                && head.filename()
                        .map(name -> !name.isEmpty())
                        .orElse(head.contentType().isPresent());
    }

    private static String nameOf(PartHead head) {
        return DisplayName.of(head.filename().orElse(""));
    }

    /** @param rest how many bytes of the request follow, without its closing delimiter; negative where that is not known */
    private FileReference store(JobId job, UploadForm.Part part, long rest) throws IOException {
        String contentType = part.head().contentType().orElseThrow(UploadErrors::missingContentType);
        FileType declared = FileType.declared(contentType).orElseThrow(() -> UploadErrors.unsupportedType(contentType));
        long most = config.maxFileSize().asLongValue();
        if (rest - config.maxFormSize().asLongValue() > most) {
            throw new FileTooLargeException(rest);
        }
        LimitedContent content = new LimitedContent(part.content(), most, rest);
        byte[] head = content.readNBytes(FileType.HEAD);
        if (head.length == 0) {
            throw UploadErrors.empty(nameOf(part.head()));
        }
        Optional<FileType> detected = FileType.detected(head);
        if (detected.filter(declared::equals).isEmpty()) {
            // That a file is too large is said whatever is in it, so its bytes are counted first; none is kept.
            content.transferTo(OutputStream.nullOutputStream());
            throw UploadErrors.typeMismatch(
                    contentType, detected.map(FileType::mediaType).orElse(null));
        }
        return store.put(
                job, STORED_AS, declared.mediaType(), new SequenceInputStream(new ByteArrayInputStream(head), content));
    }
}
