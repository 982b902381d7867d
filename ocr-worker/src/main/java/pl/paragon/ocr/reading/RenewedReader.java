package pl.paragon.ocr.reading;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import pl.paragon.contracts.text.Box;
import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.Word;
import pl.paragon.ocr.picture.Picture;

/**
 * A reader that is replaced after so many pages, with all its native memory: engines and sessions keep what their
 * largest page needed, and whatever they leak.
 *
 * <pre>
 *  read ─▶ lease of the present reader ─▶ page number n·pages: make another, on the side ─▶ it becomes the present one
 *                                                                                            the old one ends after
 *                                                                                            its last page
 * </pre>
 *
 * No page waits for it. If another cannot be made, the present one goes on, for as many pages again.
 */
public final class RenewedReader implements PageReader {

    private static final Logger LOG = Logger.getLogger(RenewedReader.class);

    private final Supplier<PageReader> make;
    private final int pages;
    private final Executor aside;
    private final Runnable renewed;
    private Leased<PageReader> present;
    private String engine;
    private int read;
    private boolean making;
    private boolean closed;

    /**
     * @param pages after how many it is replaced
     * @param aside where another reader is made, which takes about a second
     * @param renewed is told of each replacement
     */
    public RenewedReader(Supplier<PageReader> make, int pages, Executor aside, Runnable renewed) {
        if (pages < 1) {
            throw new IllegalArgumentException("paragon.ocr.renewed-after-pages is at least 1, not " + pages);
        }
        this.make = make;
        this.pages = pages;
        this.aside = aside;
        this.renewed = renewed;
        become(make.get());
    }

    @Override
    public synchronized String engine() {
        return engine;
    }

    @Override
    public Page read(Picture picture, int number, StopSignal stop) throws ReadingStoppedException {
        try (Leased<PageReader>.Lease lease = take()) {
            return lease.get().read(picture, number, stop);
        } finally {
            count();
        }
    }

    @Override
    public List<Word> read(Picture picture, List<Box> places, StopSignal stop) throws ReadingStoppedException {
        try (Leased<PageReader>.Lease lease = take()) {
            return lease.get().read(picture, places, stop);
        }
    }

    /** The present reader ends when its last page is read. */
    @Override
    public void close() {
        Leased<PageReader> last;
        synchronized (this) {
            closed = true;
            last = present;
        }
        last.close();
    }

    private synchronized Leased<PageReader>.Lease take() throws ReadingStoppedException {
        return present.take();
    }

    private synchronized void count() {
        if (++read < pages || making || closed) {
            return;
        }
        making = true;
        aside.execute(this::renew);
    }

    private void renew() {
        PageReader fresh = null;
        try {
            fresh = make.get();
        } catch (RuntimeException e) {
            LOG.errorf(e, "Another reader cannot be made; the present one goes on");
        }
        PageReader unused = null;
        Leased<PageReader> old = null;
        synchronized (this) {
            making = false;
            read = 0;
            if (closed) {
                unused = fresh;
            } else if (fresh != null) {
                old = present;
                become(fresh);
            }
        }
        if (unused != null) {
            unused.close();
        }
        if (old != null) {
            old.close();
            renewed.run();
        }
    }

    private synchronized void become(PageReader fresh) {
        present = new Leased<>(fresh, PageReader::close);
        engine = fresh.engine();
    }
}
