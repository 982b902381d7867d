package pl.paragon.api.receipt;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import pl.paragon.api.persistence.PersistenceUnavailableException;
import pl.paragon.contracts.saved.ReceiptBatch;
import pl.paragon.contracts.saved.ReceiptFilter;
import pl.paragon.contracts.saved.ReceiptOrder;
import pl.paragon.contracts.saved.ReceiptQuery;
import pl.paragon.contracts.saved.SavedReceipt;

/**
 * All receipts of a filter, one after another, of which a few are in memory at a time. The first ones are there from
 * the beginning, so that an outage is noticed before anything is sent; later, one that passes within seconds only
 * delays the rest.
 */
final class Batches implements Iterator<SavedReceipt> {

    /** A receipt takes some 20 kB of JSON, and several times as much in memory. */
    static final int AT_A_TIME = 25;

    /** With pauses of 0.2 s, 0.4 s, and so on: a database that restarts is back within them. */
    private static final int ATTEMPTS = 6;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    private final SavedReceipts saved;
    private final String submitter;
    private final ReceiptFilter filter;
    private final Pause pause;
    private Iterator<SavedReceipt> batch;
    private String next;

    /** Waits. */
    interface Pause {
        void of(Duration duration) throws InterruptedException;
    }

    /** @throws PersistenceUnavailableException if the first receipts cannot be read now */
    Batches(SavedReceipts saved, String submitter, ReceiptFilter filter, Pause pause) {
        this.saved = saved;
        this.submitter = submitter;
        this.filter = filter;
        this.pause = pause;
        take(read(null));
    }

    /** @throws PersistenceUnavailableException if the rest cannot be read, and could not for a while */
    @Override
    public boolean hasNext() {
        while (!batch.hasNext() && next != null) {
            take(readPatiently(next));
        }
        return batch.hasNext();
    }

    @Override
    public SavedReceipt next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return batch.next();
    }

    private void take(ReceiptBatch read) {
        List<SavedReceipt> receipts = read.receipts();
        batch = receipts.iterator();
        next = read.next();
    }

    private ReceiptBatch readPatiently(String cursor) {
        Duration wait = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            try {
                return read(cursor);
            } catch (PersistenceUnavailableException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                waitFor(wait);
                wait = wait.multipliedBy(2);
            }
        }
    }

    private ReceiptBatch read(String cursor) {
        return saved.batch(new ReceiptQuery(submitter, filter, ReceiptOrder.NEWEST, cursor, AT_A_TIME));
    }

    private void waitFor(Duration wait) {
        try {
            pause.of(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PersistenceUnavailableException("interrupted while waiting for receipts", e);
        }
    }
}
