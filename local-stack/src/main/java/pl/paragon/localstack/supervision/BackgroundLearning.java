package pl.paragon.localstack.supervision;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import pl.paragon.localstack.learning.Lesson;
import pl.paragon.localstack.learning.Lessons;

/**
 * Makes the caches for fast starts of which an earlier stack has left only the recordings (its {@code down} was interrupted, or the machine was switched off), one after
 * the other and at the lowest priority. The JVMs that run are left alone: one whose recording is ended while it runs keeps some 130 MB for it.
 */
final class BackgroundLearning {

    // Whoever starts a stack wants a receipt read first.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Lessons lessons;
    private final Consumer<String> diary;
    private final CountDownLatch told = new CountDownLatch(1);

    BackgroundLearning(Lessons lessons, Consumer<String> diary) {
        this.lessons = lessons;
        this.diary = diary;
    }

    void start() {
        Thread.ofPlatform().daemon().name("learning").start(this::learn);
    }

    /** Begins nothing more. */
    void stop() {
        told.countDown();
    }

    private void learn() {
        if (isTold(PATIENCE)) {
            return;
        }
        lessons.recorded().stream().takeWhile(lesson -> !isTold(Duration.ZERO)).forEach(this::learn);
    }

    private void learn(Lesson lesson) {
        try {
            lesson.learn();
            diary.accept(lesson.part() + " has learned to start fast");
        } catch (RuntimeException e) {
            diary.accept(lesson.part() + " has not learned to start fast: " + e.getMessage());
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
