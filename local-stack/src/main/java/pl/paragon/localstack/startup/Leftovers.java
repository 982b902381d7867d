package pl.paragon.localstack.startup;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import pl.paragon.running.stack.PartState;
import pl.paragon.running.stack.ProcessRecord;
import pl.paragon.servers.process.Signal;

/** Ends what a killed supervisor left running; never a later process that was given the same number. */
final class Leftovers {

    private static final Duration GRACE = Duration.ofSeconds(20);

    private Leftovers() {}

    /** Returns once none of them runs. */
    static void end(List<PartState> parts) {
        List<ProcessHandle> processes = parts.stream()
                .flatMap(p -> p.process().flatMap(ProcessRecord::find).stream())
                .toList();
        processes.forEach(Signal.TERM::send);
        if (!haveEnded(processes, GRACE)) {
            processes.forEach(Signal.KILL::send);
            haveEnded(processes, GRACE);
        }
    }

    private static boolean haveEnded(List<ProcessHandle> processes, Duration within) {
        CompletableFuture<?>[] ends =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(ends)
                .thenApply(all -> true)
                .completeOnTimeout(false, within.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
