package pl.paragon.localstack.supervision;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import pl.paragon.servers.process.ProcessFailedException;

/** Runs one part: starts it, watches its health, restarts it, and stops it. */
final class Guardian {

    private final Part part;
    private final Board board;
    private final Consumer<String> log;
    private final Consumer<String> diary;
    private final Care care;
    private final CountDownLatch told = new CountDownLatch(1);
    private Part.Running running;

    /**
     * How it watches a part's health.
     *
     * @param every the interval of its liveness checks
     * @param unwellInARow the number of failed checks in a row after which it is restarted
     * @param backoff between two starts
     */
    record Care(Duration every, int unwellInARow, Backoff backoff) {
        // A minute of failed checks: an overloaded machine answers late, and a restart would only add to its load.
        static final Care USUAL = new Care(Duration.ofSeconds(5), 12, Backoff.USUAL);
    }

    /**
     * @param log receives the part's output
     * @param diary receives what is done to the part
     */
    Guardian(Part part, Board board, Consumer<String> log, Consumer<String> diary, Care care) {
        this.part = part;
        this.board = board;
        this.log = log;
        this.diary = diary;
        this.care = care;
    }

    Part part() {
        return part;
    }

    /**
     * Starts it for the first time.
     *
     * @throws ProcessFailedException if it does not become ready
     */
    void start() {
        try {
            startOnce();
        } catch (RuntimeException e) {
            if (!isTold()) {
                board.failed(part.name(), e.getMessage());
            }
            throw e;
        }
    }

    /** Watches its health until {@link #stop()}. */
    void watch() {
        int failures = 0;
        long readySince = System.nanoTime();
        while (!isTold()) {
            Optional<String> trouble = awaitTrouble();
            if (trouble.isEmpty()) {
                return;
            }
            failures = care.backoff().count(failures, Duration.ofNanos(System.nanoTime() - readySince));
            Duration pause = care.backoff().pause(failures);
            diary.accept(part.name() + " " + trouble.get() + "; restarting it in " + pause.toSeconds() + " s");
            board.restarting(part.name(), trouble.get());
            if (isTold(pause)) {
                return;
            }
            restart();
            readySince = System.nanoTime();
        }
    }

    /** Stops it for good. */
    void stop() {
        told.countDown();
        Optional<Part.Running> last = current();
        if (last.isEmpty()) {
            return;
        }
        board.stopping(part.name());
        last.get().stop();
        board.stopped(part.name());
    }

    private void startOnce() {
        long begin = System.nanoTime();
        Optional<Part.Running> launched = launch();
        if (launched.isEmpty()) {
            return;
        }
        try {
            launched.get().awaitReady();
        } catch (RuntimeException e) {
            launched.get().process().kill();
            throw e;
        }
        board.ready(part.name(), Duration.ofNanos(System.nanoTime() - begin));
    }

    // Under the lock, so that nothing is started after stop() has looked for what runs.
    private synchronized Optional<Part.Running> launch() {
        if (isTold()) {
            return Optional.empty();
        }
        running = part.launch(log);
        board.launched(part.name(), running.process().pid());
        return Optional.of(running);
    }

    private synchronized Optional<Part.Running> current() {
        return Optional.ofNullable(running);
    }

    private void restart() {
        try {
            startOnce();
            if (!isTold()) {
                diary.accept(part.name() + " is ready again");
            }
        } catch (RuntimeException e) {
            if (!isTold()) {
                diary.accept(part.name() + " does not start: " + e.getMessage());
            }
        }
    }

    /** What is wrong with it, as the predicate of a sentence; empty if it is being stopped. */
    private Optional<String> awaitTrouble() {
        Part.Running life = current().orElseThrow();
        int unwell = 0;
        while (!isTold()) {
            Optional<Integer> exit = exitWithin(life, care.every());
            if (exit.isPresent()) {
                return isTold() ? Optional.empty() : Optional.of(ended(exit.get()));
            }
            unwell = life.isWell() ? 0 : unwell + 1;
            if (unwell >= care.unwellInARow()) {
                life.stop();
                return Optional.of("failed its liveness checks for "
                        + care.every().multipliedBy(unwell).toSeconds() + " s");
            }
        }
        return Optional.empty();
    }

    private static String ended(int exitCode) {
        boolean bySignal = exitCode > 128;
        return bySignal ? "was ended by signal " + (exitCode - 128) : "ended with exit code " + exitCode;
    }

    private static Optional<Integer> exitWithin(Part.Running life, Duration time) {
        try {
            return Optional.of(life.process().onExit().get(time.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the end of a process cannot be waited for", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private boolean isTold() {
        return told.getCount() == 0;
    }

    private boolean isTold(Duration within) {
        try {
            return told.await(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
