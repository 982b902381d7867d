package pl.paragon.ocr.reading;

/**
 * A native resource that ends after its last user. Freed under a thread that is still inside native code it would take
 * the process down, and such a thread cannot be waited for without end.
 *
 * <pre>
 *  take ─▶ use ─▶ close the lease
 *                     ▲ close: no new leases from here on; the last user to return frees the resource
 * </pre>
 */
public final class Leased<T> implements AutoCloseable {

    /** Gives a resource's memory back. */
    @FunctionalInterface
    public interface Release<T> {
        void free(T resource);
    }

    private final T resource;
    private final Release<T> release;
    private int users;
    private boolean closed;

    public Leased(T resource, Release<T> release) {
        this.resource = resource;
        this.release = release;
    }

    /**
     * Keeps the resource alive until the lease is closed.
     *
     * @throws ReadingStoppedException after {@link #close}
     */
    public synchronized Lease take() throws ReadingStoppedException {
        if (closed) {
            throw new ReadingStoppedException();
        }
        users++;
        return new Lease();
    }

    /** Refuses new leases; frees the resource now, or when the last lease is closed. */
    @Override
    public void close() {
        boolean last;
        synchronized (this) {
            last = !closed && users == 0;
            closed = true;
        }
        if (last) {
            release.free(resource);
        }
    }

    private void giveBack() {
        boolean last;
        synchronized (this) {
            users--;
            last = closed && users == 0;
        }
        if (last) {
            release.free(resource);
        }
    }

    /** The right to use the resource; held and closed by one thread. */
    public final class Lease implements AutoCloseable {

        private boolean over;

        private Lease() {}

        public T get() {
            if (over) {
                throw new IllegalStateException("The lease is over");
            }
            return resource;
        }

        @Override
        public void close() {
            if (!over) {
                over = true;
                giveBack();
            }
        }
    }
}
