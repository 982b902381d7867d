package pl.paragon.api.batch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import pl.paragon.api.batch.ReceivedBatch.Received;
import pl.paragon.api.batch.ReceivedBatch.Refused;
import pl.paragon.api.batch.ReceivedBatch.Stored;
import pl.paragon.api.batch.archive.ZipArchive;
import pl.paragon.api.intake.FileReceiver;
import pl.paragon.api.intake.FormReader;
import pl.paragon.api.intake.PartHead;
import pl.paragon.api.intake.ReceivedFile;
import pl.paragon.api.intake.Refusal;
import pl.paragon.api.intake.RefusedException;
import pl.paragon.api.intake.UploadConfig;
import pl.paragon.api.intake.UploadForm;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.BatchId;
import pl.paragon.contracts.job.JobId;
import pl.paragon.runtime.files.ReceiptFileStore;

/** Reads the form of a batch and has its files stored while they arrive. What is stored is for the caller to delete. */
final class BatchReader {

    private static final Logger LOG = Logger.getLogger(BatchReader.class);

    /** Fields beside the files: more than there are. */
    private static final int MOST_FIELDS = 64;

    private final ReceiptFileStore store;
    private final FileReceiver receiver;
    private final BatchConfig config;
    private final UploadConfig uploads;
    private final BatchId id;
    private final int mostFiles;
    private final List<Received> files = new ArrayList<>();
    private final Map<String, String> fields = new HashMap<>();
    private int positions;
    private long fieldsSize;

    BatchReader(ReceiptFileStore store, BatchConfig config, UploadConfig uploads, BatchId id, int mostFiles) {
        this.store = store;
        this.receiver = new FileReceiver(store, uploads);
        this.config = config;
        this.uploads = uploads;
        this.id = id;
        this.mostFiles = Math.min(mostFiles, config.maxFiles());
    }

    /**
     * @throws RefusedException if the batch is refused as a whole
     * @throws IOException if the file store is unavailable
     */
    ReceivedBatch read(FormReader.Request request) throws IOException {
        String boundary = UploadForm.boundary(request.contentType())
                .orElseThrow(() -> new RefusedException(new Refusal.NoFile()));
        if (request.contentLength() > mostBytes()) {
            throw tooManyBytes();
        }
        UploadForm form =
                new UploadForm(new BoundedBody(request.body()), boundary, config.maxFiles() + 1 + MOST_FIELDS);
        for (Optional<UploadForm.Part> part = form.next(); part.isPresent(); part = form.next()) {
            read(part.get());
        }
        if (files.isEmpty()) {
            throw new RefusedException(new Refusal.NoFile());
        }
        return new ReceivedBatch(List.copyOf(files), Map.copyOf(fields));
    }

    /** What was stored so far, however far it came. */
    List<JobId> jobs() {
        List<JobId> jobs = new ArrayList<>();
        for (int position = 1; position <= positions; position++) {
            jobs.add(id.jobAt(position));
        }
        return jobs;
    }

    private long mostBytes() {
        return config.maxSize().asLongValue() + uploads.maxFormSize().asLongValue();
    }

    private RefusedException tooManyBytes() {
        return new RefusedException(
                new Refusal.BatchTooLarge("bytes", config.maxSize().asLongValue()));
    }

    private void read(UploadForm.Part part) throws IOException {
        PartHead head = part.head();
        boolean isFile = head.filename().map(name -> !name.isEmpty()).orElse(false);
        if (!isFile) {
            field(head, part.content());
            return;
        }
        PushbackInputStream content = new PushbackInputStream(part.content(), ZipArchive.SIGNATURE);
        byte[] beginning = content.readNBytes(ZipArchive.SIGNATURE);
        content.unread(beginning);
        ReceivedFile file = ReceivedFile.of(head);
        if (ZipArchive.isOne(beginning)) {
            archive(file, content);
        } else if (ZipArchive.TYPES.contains(file.declaredType().toLowerCase(Locale.ROOT))) {
            add(new Refused(file.filename(), new Refusal.BadArchive("The file is not a ZIP archive")));
        } else {
            file(file, content);
        }
    }

    /** A form that is sent before a file was chosen has a part with an empty file name: a field like others. */
    private void field(PartHead head, InputStream content) throws IOException {
        int most = (int) uploads.maxFormSize().asLongValue();
        byte[] value = content.readNBytes(most + 1);
        fieldsSize += value.length;
        if (fieldsSize > most) {
            throw new RefusedException(
                    new Refusal.BadField(head.name(), "The form's fields take more than " + most + " bytes"));
        }
        fields.putIfAbsent(head.name(), new String(value, StandardCharsets.UTF_8));
    }

    private void file(ReceivedFile file, InputStream content) throws IOException {
        requireRoom();
        int position = ++positions;
        try {
            FileReference stored =
                    receiver.store(id.jobAt(position), file, content).awaitDurable();
            files.add(new Stored(position, file.filename(), stored));
        } catch (RefusedException e) {
            if (!isAboutTheFile(e.refusal())) {
                throw e;
            }
            files.add(new Refused(file.filename(), e.refusal()));
        }
    }

    private void add(Refused file) throws RefusedException {
        requireRoom();
        files.add(file);
    }

    private void requireRoom() throws RefusedException {
        if (files.size() >= mostFiles) {
            throw new RefusedException(new Refusal.BatchTooLarge("files", mostFiles));
        }
    }

    /** Stored as a whole first: what unpacks it can read no faster than the slowest client sends. */
    private void archive(ReceivedFile file, InputStream content) throws IOException {
        int before = files.size();
        JobId place = JobId.random();
        try {
            FileReference archive = store.put(place, "archive", "application/zip", content);
            try (InputStream stored = store.open(archive)) {
                new ZipArchive(bounds(), archive.size())
                        .read(stored, (name, entry) -> file(ReceivedFile.named(name), entry));
            }
            if (files.size() == before) {
                throw new RefusedException(new Refusal.BadArchive("The archive has no files"));
            }
        } catch (RefusedException e) {
            if (!(e.refusal() instanceof Refusal.BadArchive)) {
                throw e;
            }
            for (Received unpacked : List.copyOf(files.subList(before, files.size()))) {
                if (unpacked instanceof Stored stored) {
                    store.delete(id.jobAt(stored.position()));
                }
            }
            files.subList(before, files.size()).clear();
            add(new Refused(file.filename(), e.refusal()));
        } finally {
            try {
                store.delete(place);
            } catch (IOException e) {
                LOG.warnf("The archive %s stays for a day: %s", place, e);
            }
        }
    }

    private ZipArchive.Bounds bounds() {
        return new ZipArchive.Bounds(config.maxEntries(), config.maxUnpacked().asLongValue(), config.maxRatio());
    }

    private static boolean isAboutTheFile(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NoContentType r -> true;
            case Refusal.UnsupportedType r -> true;
            case Refusal.TooLarge r -> true;
            case Refusal.Empty r -> true;
            case Refusal.TypeMismatch r -> true;
            case Refusal.BadArchive r -> false; // about the archive that the file is in
            case Refusal.NoFile r -> false;
            case Refusal.BatchTooLarge r -> false;
            case Refusal.BatchRefused r -> false;
            case Refusal.Malformed r -> false;
            case Refusal.BrokenOff r -> false;
            case Refusal.BadField r -> false;
            case Refusal.WebhookRefused r -> false;
            case Refusal.Unavailable r -> false;
            case Refusal.StoreFull r -> false;
            case Refusal.RateLimited r -> false;
            case Refusal.KeyInFlight r -> false;
            case Refusal.KeyReused r -> false;
            case Refusal.BadKey r -> false;
        };
    }

    /** Counts the body's bytes. */
    private final class BoundedBody extends FilterInputStream {

        private long count;

        BoundedBody(InputStream body) {
            super(body);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int n = super.read(target, offset, length);
            count += Math.max(n, 0);
            if (count > mostBytes()) {
                throw tooManyBytes();
            }
            return n;
        }
    }
}
