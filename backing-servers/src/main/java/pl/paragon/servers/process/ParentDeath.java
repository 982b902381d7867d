package pl.paragon.servers.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Binds children to this JVM, so that even {@code kill -9} leaves none behind: Linux signals a process when its parent
 * dies if it asked for that, which util-linux' {@code setpriv --pdeathsig} does on its behalf. Without that tool,
 * children are only stopped by the code that started them.
 *
 * <p>To the kernel the parent is not the process but the <em>thread</em> that started the child, so one thread that
 * lives as long as the JVM starts all children.
 */
final class ParentDeath {

    private static final boolean CAN_BIND =
            ChildProcess.succeeds(List.of("setpriv", "--pdeathsig", "TERM", "--", "true"));
    private static final Executor LASTING_THREAD = lastingThread();

    private ParentDeath() {}

    /**
     * The whole command. The wrapper comes first: the kernel drops the parent-death signal if a process changes its
     * user.
     */
    static List<String> bind(ChildCommand command) {
        List<String> bound = new ArrayList<>(command.wrapper());
        if (CAN_BIND) {
            bound.addAll(List.of("setpriv", "--pdeathsig", command.stopSignal().name(), "--"));
        }
        bound.addAll(command.arguments());
        return bound;
    }

    static Process startFromLastingThread(String name, ProcessBuilder builder) {
        try {
            return CompletableFuture.supplyAsync(() -> start(name, builder), LASTING_THREAD)
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ProcessFailedException failed) {
                throw failed;
            }
            throw e;
        }
    }

    private static Process start(String name, ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new ProcessFailedException(name + " cannot be started: " + e.getMessage(), e);
        }
    }

    // Not Executors.newSingleThreadExecutor: its thread ends once the executor is unreachable.
    private static Executor lastingThread() {
        return new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("starter of processes").factory());
    }
}
