package pl.paragon.servers.process;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** A running child process. Its standard output and error are one stream of lines; it has no input. */
public final class ChildProcess {

    // A killed process ends at once, unless the machine is busy.
    private static final Duration UNTIL_GONE = Duration.ofMinutes(1);
    private static final int LINES_KEPT = 40;
    private static final File NOTHING = new File("/dev/null");

    private final ChildCommand command;
    private final Process process;
    private final Deque<String> lastLines = new ArrayDeque<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CompletableFuture<Void> endOfOutput = new CompletableFuture<>();

    private ChildProcess(ChildCommand command, Process process) {
        this.command = command;
        this.process = process;
    }

    /**
     * Starts it.
     *
     * @param log receives each line that it prints
     * @throws ProcessFailedException if there is no such command
     */
    public static ChildProcess start(ChildCommand command, Consumer<String> log) {
        ProcessBuilder builder = new ProcessBuilder(ParentDeath.bind(command))
                .directory(command.directory().toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(NOTHING));
        builder.environment().putAll(command.environment());
        ChildProcess child = new ChildProcess(command, ParentDeath.startFromLastingThread(command.name(), builder));
        Thread.ofPlatform().daemon().name("output of " + command.name()).start(() -> child.listen(log));
        return child;
    }

    /** Runs a command for its exit code alone: whether that is 0. A command that cannot be started does not succeed. */
    public static boolean succeeds(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public long pid() {
        return process.pid();
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Its exit code, when it ends. */
    public CompletableFuture<Integer> onExit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /**
     * Waits until all that it printed has reached the log. Its last lines may arrive after its end, and its own
     * children can keep its output open beyond that.
     *
     * @return whether there is nothing more to come
     */
    public boolean awaitEndOfOutput(Duration timeout) {
        return endOfOutput
                .thenApply(end -> true)
                .completeOnTimeout(false, timeout.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /**
     * Waits for its ready line.
     *
     * @throws ProcessFailedException if it ends before that, or takes longer
     */
    public void awaitReady(Duration timeout) {
        try {
            ready.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new ProcessFailedException(e.getCause().getMessage(), e.getCause());
        } catch (TimeoutException e) {
            throw new ProcessFailedException(
                    command.name() + " is not ready after " + timeout.toSeconds() + " s" + tail());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProcessFailedException("interrupted while " + command.name() + " was starting", e);
        }
    }

    /**
     * Waits for its end.
     *
     * @throws ProcessFailedException if its exit code is not 0, or it takes longer
     */
    public void awaitSuccess(Duration timeout) {
        if (!endsWithin(timeout)) {
            kill();
            throw new ProcessFailedException(
                    command.name() + " has not ended after " + timeout.toSeconds() + " s" + tail());
        }
        if (process.exitValue() != 0) {
            throw new ProcessFailedException(command.name() + " ended with exit code " + process.exitValue() + tail());
        }
    }

    /**
     * Asks it to end, and kills it if it has not done so in time.
     *
     * @return whether it ended without being killed
     */
    public boolean stop(Duration grace) {
        command.stopSignal().send(process.toHandle());
        if (endsWithin(grace)) {
            return true;
        }
        kill();
        return false;
    }

    /**
     * Kills it with all its descendants and waits until it is gone: a server cannot restart while its workers still
     * hold its data.
     */
    public void kill() {
        List<ProcessHandle> itsOwn = process.descendants().toList();
        process.destroyForcibly();
        itsOwn.forEach(ProcessHandle::destroyForcibly);
        endsWithin(UNTIL_GONE);
    }

    private boolean endsWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void listen(Consumer<String> log) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                hear(line, log);
            }
        } catch (IOException | UncheckedIOException e) {
            log.accept("(the output of " + command.name() + " is unreadable: " + e.getMessage() + ")");
        }
        endOfOutput.complete(null);
        process.onExit()
                .thenAccept(ended -> ready.completeExceptionally(new ProcessFailedException(command.name()
                        + " ended with exit code " + ended.exitValue() + " before it was ready" + tail())));
    }

    private void hear(String line, Consumer<String> log) {
        synchronized (lastLines) {
            lastLines.addLast(line);
            if (lastLines.size() > LINES_KEPT) {
                lastLines.removeFirst();
            }
        }
        log.accept(line);
        if (command.readyLine().filter(r -> r.test(line)).isPresent()) {
            ready.complete(null);
        }
    }

    /** The last lines that it printed, as the end of a sentence. */
    public String tail() {
        List<String> lines;
        synchronized (lastLines) {
            lines = new ArrayList<>(lastLines);
        }
        return lines.isEmpty() ? "; it printed nothing" : "; its last lines:\n  " + String.join("\n  ", lines);
    }
}
