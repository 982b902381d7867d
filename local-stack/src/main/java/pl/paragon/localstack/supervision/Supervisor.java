package pl.paragon.localstack.supervision;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import pl.paragon.running.stack.StackState.Phase;

/** Runs all parts: starts the servers in parallel, then the services in parallel; stops them in reverse. */
final class Supervisor {

    private static final Duration LOOK_AFTER_HOME = Duration.ofSeconds(2);

    private final Board board;
    private final Consumer<String> diary;
    private final List<Guardian> servers;
    private final List<Guardian> services;
    private final CountDownLatch told = new CountDownLatch(1);

    /** @param guardian creates the one of a part */
    Supervisor(Board board, Parts parts, Consumer<String> diary, Function<Part, Guardian> guardian) {
        this.board = board;
        this.diary = diary;
        this.servers = parts.servers().stream().map(guardian).toList();
        this.services = parts.services().stream().map(guardian).toList();
    }

    /**
     * Starts everything.
     *
     * @return whether all is ready; if not, everything has been stopped and the board says why
     */
    boolean start() {
        try {
            together(servers, Guardian::start);
            together(services, Guardian::start);
        } catch (RuntimeException e) {
            if (isTold()) {
                return false;
            }
            diary.accept("the start failed: " + e.getMessage());
            stopParts();
            board.phase(Phase.FAILED, e.getMessage());
            return false;
        }
        if (!isTold()) {
            board.phase(Phase.RUNNING, "");
            diary.accept("everything is ready");
        }
        return !isTold();
    }

    /**
     * Watches everything until {@link #stop()}, or until the state folder is deleted.
     *
     * @param homeIsThere whether the state folder still exists
     */
    void watch(BooleanSupplier homeIsThere) {
        guardians().forEach(g -> Thread.ofPlatform()
                .daemon()
                .name("guardian of " + g.part().name())
                .start(g::watch));
        try {
            while (!told.await(LOOK_AFTER_HOME.toMillis(), TimeUnit.MILLISECONDS)) {
                if (!homeIsThere.getAsBoolean()) {
                    diary.accept("the state folder has been deleted; stopping");
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops everything in good order. */
    void stop() {
        told.countDown();
        board.phase(Phase.STOPPING, "");
        diary.accept("stopping");
        stopParts();
        board.phase(Phase.STOPPED, "");
        diary.accept("everything has stopped");
    }

    private List<Guardian> guardians() {
        return Stream.concat(servers.stream(), services.stream()).toList();
    }

    private void stopParts() {
        together(services, Guardian::stop);
        together(servers, Guardian::stop);
    }

    private boolean isTold() {
        return told.getCount() == 0;
    }

    // Fails with the first failure, without waiting for the others.
    private static void together(List<Guardian> guardians, Consumer<Guardian> action) {
        List<CompletableFuture<Void>> actions = guardians.stream()
                .map(g -> CompletableFuture.runAsync(() -> action.accept(g), Thread::startVirtualThread))
                .toList();
        CompletableFuture<Void> all = CompletableFuture.allOf(actions.toArray(CompletableFuture[]::new));
        actions.forEach(a -> a.exceptionally(e -> {
            all.completeExceptionally(e);
            return null;
        }));
        try {
            all.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
