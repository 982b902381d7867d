package pl.paragon.ocr.reading;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.runtime.trace.JobSpan;
import pl.paragon.worker.stage.StageException;
import pl.paragon.worker.stage.WorkerStoppingException;

/**
 * The threads that native code runs on: a bounded number of seats, each a platform thread (a native call would pin a
 * virtual thread's carrier).
 *
 * <pre>
 *  seat ─▶ call ─▶ result                                    the seat is free again
 *             │ limit over, caller interrupted, or closing: stop signal
 *             └──▶ still running after the grace: abandoned  a new thread may take its seat; the old one is counted
 *                                                            until it comes back
 * </pre>
 *
 * A thread that never comes back cannot be ended in Java; when {@link #isOverrun() too many} are out, the process has
 * to be restarted.
 */
public final class ReadingThreads implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ReadingThreads.class);

    private final int size;
    private final Duration limit;
    private final Duration grace;
    private final int tolerated;
    private final Semaphore seats;
    private final AtomicInteger abandoned = new AtomicInteger();
    /** The calls inside their work, abandoned ones included. */
    private final Set<Call> running = ConcurrentHashMap.newKeySet();

    private volatile boolean closing;
    /** False if the grace passed first. */
    private final CompletableFuture<Boolean> allLeft = new CompletableFuture<>();
    /**
     * Threads are reused: each new one would bring a memory arena of its own to the natives' allocator, which gives
     * little back. What the log says of the job that was first on a thread must not be inherited for the others.
     */
    private final ExecutorService threads = Executors.newCachedThreadPool(Thread.ofPlatform()
            .daemon()
            .inheritInheritableThreadLocals(false)
            .name("reading-", 1)
            .factory());

    private final Alarms alarms;

    /** By the machine's time. */
    public ReadingThreads(int size, Duration limit, Duration grace, int tolerated) {
        this(size, limit, grace, tolerated, new MachineAlarms());
    }

    /**
     * @param size how many calls at a time
     * @param limit after which a call is told to stop
     * @param grace how long it may then take to do so before it is abandoned
     * @param tolerated how many abandoned threads the process can live with
     * @param alarms by which time the limit and the grace pass
     */
    public ReadingThreads(int size, Duration limit, Duration grace, int tolerated, Alarms alarms) {
        this.size = size;
        this.limit = limit;
        this.grace = grace;
        this.tolerated = tolerated;
        this.alarms = alarms;
        this.seats = new Semaphore(size, true);
    }

    /** Work that asks {@code stop} now and then. */
    @FunctionalInterface
    public interface Work<T> {
        T run(StopSignal stop) throws Exception;
    }

    /**
     * Runs {@code work} when a seat is free and waits for it. A result that nobody waits for any more is closed if it
     * can be.
     *
     * @throws StageException {@link ErrorCode#OCR_TIMEOUT} if it took longer than the limit; what {@code work} itself
     *     threw of this kind
     * @throws InterruptedException if the calling thread was interrupted; the work is then told to stop
     * @throws WorkerStoppingException if the threads are closed before the work is done
     */
    public <T> T call(Work<T> work) throws InterruptedException {
        seats.acquire();
        Call call = new Call();
        running.add(call);
        if (closing) {
            call.leave();
            throw new WorkerStoppingException();
        }
        CompletableFuture<T> result = new CompletableFuture<>();
        Alarms.Alarm stopping = alarms.after(limit, call.stop::raise);
        Alarms.Alarm givingUp = alarms.after(limit.plus(grace), JobSpan.carriedTo(() -> giveUp(call, result)));
        threads.execute(JobSpan.carriedTo(() -> run(work, call, result)));
        try {
            return result.get();
        } catch (InterruptedException e) {
            call.stop.raise();
            result.cancel(false);
            alarms.after(grace, JobSpan.carriedTo(call::abandon));
            throw e;
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } finally {
            stopping.cancel();
            givingUp.cancel();
        }
    }

    /** Does nothing if the work has just ended: its own result counts. */
    private void giveUp(Call call, CompletableFuture<?> result) {
        if (call.abandon()) {
            result.completeExceptionally(timeout());
        }
    }

    private static <T> void run(Work<T> work, Call call, CompletableFuture<T> result) {
        T value;
        try {
            value = work.run(call.stop);
        } catch (Throwable e) {
            call.leave();
            result.completeExceptionally(e);
            return;
        }
        call.leave();
        if (!result.complete(value)) {
            discard(value);
        }
    }

    private static void discard(Object value) {
        if (value instanceof AutoCloseable unwanted) {
            try {
                unwanted.close();
            } catch (Exception e) {
                LOG.warnf(e, "A result that came too late cannot be closed");
            }
        }
    }

    private RuntimeException failure(Throwable cause) {
        return switch (cause) {
            case ReadingStoppedException stopped -> closing ? new WorkerStoppingException() : timeout();
            case RuntimeException known -> known;
            case Error fatal -> throw fatal;
            default -> new IllegalStateException("Reading failed", cause);
        };
    }

    private StageException timeout() {
        return new StageException(ErrorCode.OCR_TIMEOUT, Map.of("limit", limit.toString()));
    }

    /** How many calls run now, abandoned ones aside. */
    public int busy() {
        return size - seats.availablePermits();
    }

    /** How many threads were given up and have not come back. */
    public int abandoned() {
        return abandoned.get();
    }

    /** Whether so many threads hang that only a new process helps. */
    public boolean isOverrun() {
        return abandoned.get() > tolerated;
    }

    /**
     * Tells all work to stop, takes no more, and waits for the threads to leave native code, for the grace at most: the
     * natives' own destructors run when the process exits, and must not meet a thread inside.
     */
    @Override
    public void close() {
        closing = true;
        running.forEach(call -> call.stop.raise());
        alarms.after(grace, () -> allLeft.complete(false));
        tellIfAllLeft();
        if (!allLeft.join()) {
            LOG.warnf(
                    "%d reading threads are still inside native code %s after they were told to stop",
                    running.size(), grace);
        }
        alarms.close();
        threads.shutdown();
    }

    private void tellIfAllLeft() {
        if (closing && running.isEmpty()) {
            allLeft.complete(true);
        }
    }

    /** One run of some work. It gives its seat back exactly once: when it leaves, or when it is abandoned. */
    private final class Call {

        private enum State {
            RUNNING,
            ABANDONED,
            LEFT
        }

        private final StopSignal stop = new StopSignal();
        private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);

        void leave() {
            running.remove(this);
            if (state.getAndSet(State.LEFT) == State.ABANDONED) {
                LOG.infof(
                        "A reading thread that was given up came back; %d are still out", abandoned.decrementAndGet());
            } else {
                seats.release();
            }
            tellIfAllLeft();
        }

        boolean abandon() {
            if (!state.compareAndSet(State.RUNNING, State.ABANDONED)) {
                return false;
            }
            LOG.errorf(
                    "A reading thread did not stop within %s after it was told to, and is given up; %d are out",
                    grace, abandoned.incrementAndGet());
            seats.release();
            return true;
        }
    }
}
