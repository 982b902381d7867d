package pl.paragon.api.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jboss.logging.Logger;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.persistence.PersistenceUnavailableException;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.receipt.Duplicate;
import pl.paragon.contracts.saved.NumberedPage;
import pl.paragon.contracts.saved.NumberedQuery;
import pl.paragon.contracts.saved.ReceiptFilter;
import pl.paragon.contracts.saved.ReceiptOrder;
import pl.paragon.contracts.saved.ReceiptPage;
import pl.paragon.contracts.saved.ReceiptQuery;
import pl.paragon.contracts.saved.SavedReceipt;
import pl.paragon.runtime.files.ReceiptFileStore;

/** Finds and shows the saved receipts of a submitter. To anybody else they do not exist. */
@ApplicationScoped
public class Receipts {

    private static final Logger LOG = Logger.getLogger(Receipts.class);

    private final SavedReceipts saved;
    private final ReceiptFileStore files;

    Receipts(SavedReceipts saved, ReceiptFileStore files) {
        this.saved = saved;
        this.files = files;
    }

    /** What a search found. */
    public sealed interface Listing {
        record Found(ReceiptPage page) implements Listing {}

        /** The cursor was not given out, or for a list in another order. */
        record UnknownCursor() implements Listing {}

        record Unavailable() implements Listing {}
    }

    /** What a lookup found. */
    public sealed interface Lookup {
        record Found(SavedReceipt receipt) implements Lookup {}

        /** This submitter has no such receipt. */
        record Unknown() implements Lookup {}

        record Unavailable() implements Lookup {}
    }

    /** The uploaded file of a receipt. */
    public sealed interface Picture {

        /** @param receipt whose {@code submission} describes the file */
        record Kept(SavedReceipt receipt) implements Picture {

            public FileReference file() {
                return receipt.submission().file();
            }
        }

        record Unknown() implements Picture {}

        record Unavailable() implements Picture {}
    }

    /** The content of a picture. */
    public sealed interface Content {

        /** @param bytes to be closed */
        record Opened(InputStream bytes) implements Content {}

        /** Its retention has ended; the receipt is kept. */
        record Gone() implements Content {}

        /** The file store is unavailable. */
        record Unavailable() implements Content {}
    }

    /** Other receipts that may be the same purchase as one. */
    public sealed interface Copies {
        record Known(List<Duplicate> duplicates) implements Copies {}

        record Unknown() implements Copies {}

        record Unavailable() implements Copies {}
    }

    /** All receipts of a filter. */
    public sealed interface Export {

        /**
         * The first of them are there.
         *
         * @param receipts are read while they are iterated over, each time from the beginning. If the database is away
         *     for long meanwhile, that ends with an exception
         */
        record Begun(Iterable<SavedReceipt> receipts) implements Export {}

        record Unavailable() implements Export {}
    }

    public Export export(Submitter submitter, ReceiptFilter filter) {
        try {
            Batches first = batches(submitter, filter);
            AtomicReference<Batches> unused = new AtomicReference<>(first);
            return new Export.Begun(() -> {
                Batches begun = unused.getAndSet(null);
                return begun == null ? batches(submitter, filter) : begun;
            });
        } catch (PersistenceUnavailableException e) {
            warn(e);
            return new Export.Unavailable();
        }
    }

    private Batches batches(Submitter submitter, ReceiptFilter filter) {
        return new Batches(saved, submitter.name(), filter, Thread::sleep);
    }

    /** @param cursor of the page before, if this is not the first one */
    public Listing find(
            Submitter submitter, ReceiptFilter filter, ReceiptOrder order, Optional<String> cursor, int limit) {
        try {
            return saved.page(new ReceiptQuery(submitter.name(), filter, order, cursor.orElse(null), limit))
                    .<Listing>map(Listing.Found::new)
                    .orElseGet(Listing.UnknownCursor::new);
        } catch (PersistenceUnavailableException e) {
            warn(e);
            return new Listing.Unavailable();
        }
    }

    /** The latest ones by number; empty if they are unavailable. */
    public Optional<NumberedPage> numbered(Submitter submitter, int offset, int limit) {
        try {
            return Optional.of(saved.numbered(new NumberedQuery(submitter.name(), offset, limit)));
        } catch (PersistenceUnavailableException e) {
            warn(e);
            return Optional.empty();
        }
    }

    /** @param id of the job that the receipt was saved of */
    public Lookup find(Submitter submitter, String id) {
        return find(submitter, id, Lookup.Found::new, new Lookup.Unknown(), new Lookup.Unavailable());
    }

    /** The same for its picture, which is opened by {@link #open}. */
    public Picture picture(Submitter submitter, String id) {
        return find(submitter, id, Picture.Kept::new, new Picture.Unknown(), new Picture.Unavailable());
    }

    public Content open(Picture.Kept picture) {
        try {
            return new Content.Opened(files.open(picture.file()));
        } catch (NoSuchFileException e) {
            return new Content.Gone();
        } catch (IOException e) {
            LOG.warnf("The picture %s cannot be read: %s", picture.file().key(), e);
            return new Content.Unavailable();
        }
    }

    /** The other receipts that may be the same purchase, as they are now. */
    public Copies duplicates(Submitter submitter, String id) {
        return find(
                id,
                job -> saved.duplicates(job, submitter),
                Copies.Known::new,
                new Copies.Unknown(),
                new Copies.Unavailable());
    }

    private <T> T find(Submitter submitter, String id, Function<SavedReceipt, T> found, T unknown, T unavailable) {
        return find(id, job -> saved.of(job, submitter), found, unknown, unavailable);
    }

    private static <S, T> T find(
            String id, Function<JobId, Optional<S>> read, Function<S, T> found, T unknown, T unavailable) {
        try {
            return JobId.parse(id).flatMap(read).map(found).orElse(unknown);
        } catch (PersistenceUnavailableException e) {
            warn(e);
            return unavailable;
        }
    }

    private static void warn(PersistenceUnavailableException e) {
        LOG.warnf("Saved receipts are unavailable: %s", e.getMessage());
    }
}
