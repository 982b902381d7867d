package pl.paragon.localstack.supervision;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import pl.paragon.localstack.aot.AotCache;
import pl.paragon.localstack.aot.AotCaches;

/**
 * Creates the AOT caches of which an earlier stack left only the recordings (its {@code down} was interrupted, or the
 * machine was switched off), one after the other and at the lowest priority. Running JVMs are left alone: ending a
 * recording in mid-run costs that JVM some 130 MB for the rest of its life.
 */
final class CacheCreation {

    // Whoever starts a stack wants a receipt read first.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AotCaches caches;
    private final Consumer<String> diary;
    private final CountDownLatch told = new CountDownLatch(1);

    CacheCreation(AotCaches caches, Consumer<String> diary) {
        this.caches = caches;
        this.diary = diary;
    }

    void start() {
        Thread.ofPlatform().daemon().name("AOT cache creation").start(this::createAll);
    }

    /** Starts no further one. */
    void stop() {
        told.countDown();
    }

    private void createAll() {
        if (isTold(PATIENCE)) {
            return;
        }
        caches.trained().stream().takeWhile(cache -> !isTold(Duration.ZERO)).forEach(this::create);
    }

    private void create(AotCache cache) {
        try {
            cache.create();
            diary.accept(cache.part() + " has its AOT cache");
        } catch (RuntimeException e) {
            diary.accept(cache.part() + " has no AOT cache: " + e.getMessage());
        }
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
