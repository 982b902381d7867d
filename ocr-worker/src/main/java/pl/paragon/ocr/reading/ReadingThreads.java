package pl.paragon.ocr.reading;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.worker.stage.StageException;

/**
 * The threads that native code runs on: a bounded number of seats, each a platform thread (a native call would pin a virtual thread's carrier).
 *
 * <pre>
 *  seat ─▶ call ─▶ result                                              the seat is free again
 *             │ limit over, or the caller was interrupted: stop signal
 *             └──▶ still running after the grace: abandoned            a new thread may take its seat; the old one is counted until it comes back
 * </pre>
 *
 * A thread that never comes back cannot be ended in Java; so when {@link #isOverrun() too many} are out, the process has to be started anew.
 */
public final class ReadingThreads implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ReadingThreads.class);

    private final int size;
    private final Duration limit;
    private final Duration grace;
    private final int tolerated;
    private final Semaphore seats;
    private final AtomicInteger abandoned = new AtomicInteger();
    /** Threads are used again: each new one would bring a memory arena of its own to the natives' allocator, which gives little back. */
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("reading-", 1).factory());

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
     * Runs {@code work} when a seat is free and waits for it.
     *
     * @throws StageException {@link ErrorCode#OCR_TIMEOUT} where it took longer than the limit; what {@code work} itself threw of this kind
     * @throws InterruptedException where the calling thread was interrupted; the work is then told to stop
     */
    public <T> T call(Work<T> work) throws InterruptedException {
        seats.acquire();
        Seat seat = new Seat();
        StopSignal stop = new StopSignal();
        CompletableFuture<T> result = new CompletableFuture<>();
        Alarms.Alarm stopping = alarms.after(limit, stop::raise);
        Alarms.Alarm givingUp = alarms.after(limit.plus(grace), () -> giveUp(seat, result));
        threads.execute(() -> run(work, seat, stop, result));
        try {
            return result.get();
        } catch (InterruptedException e) {
            stop.raise();
            alarms.after(grace, seat::abandon);
            throw e;
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } finally {
            stopping.cancel();
            givingUp.cancel();
        }
    }

    /** Nothing where the work is just leaving: what it says counts. */
    private void giveUp(Seat seat, CompletableFuture<?> result) {
        if (seat.abandon()) {
            result.completeExceptionally(timeout());
        }
    }

    private static <T> void run(Work<T> work, Seat seat, StopSignal stop, CompletableFuture<T> result) {
        T value;
        try {
            value = work.run(stop);
        } catch (Throwable e) {
            seat.leave();
            result.completeExceptionally(e);
            return;
        }
        seat.leave();
        result.complete(value);
    }

    private RuntimeException failure(Throwable cause) {
        return switch (cause) {
            case ReadingStoppedException stopped -> timeout();
            case RuntimeException known -> known;
            case Error fatal -> throw fatal;
            default -> new IllegalStateException("Reading failed: " + cause, cause);
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

    @Override
    public void close() {
        alarms.close();
        threads.shutdown();
    }

    /** Gives its permit back exactly once, by the thread that leaves or by whoever abandons it. */
    private final class Seat {

        private enum State {
            TAKEN,
            ABANDONED,
            LEFT
        }

        private final AtomicReference<State> state = new AtomicReference<>(State.TAKEN);

        void leave() {
            if (state.getAndSet(State.LEFT) == State.ABANDONED) {
                LOG.infof(
                        "A reading thread that was given up came back; %d are still out", abandoned.decrementAndGet());
            } else {
                seats.release();
            }
        }

        boolean abandon() {
            if (!state.compareAndSet(State.TAKEN, State.ABANDONED)) {
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
