package pl.paragon.localstack.supervision;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import pl.paragon.localstack.learning.Lesson;
import pl.paragon.localstack.learning.Lessons;

/**
 * Makes the caches for fast starts while the stack runs, one after the other and at the lowest priority, once it has been up for a while: whoever starts a stack wants a
 * receipt read first. A stack that is stopped before has its recordings from the end of its processes, and {@code ./paragon down} makes the caches.
 */
final class BackgroundLearning {

    // Long enough for the first receipts, and for the recordings to have seen them.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Lessons lessons;
    private final Consumer<String> diary;
    private final CountDownLatch told = new CountDownLatch(1);

    BackgroundLearning(Lessons lessons, Consumer<String> diary) {
        this.lessons = lessons;
        this.diary = diary;
    }

    void start(List<Guardian> guardians) {
        Thread.ofPlatform().daemon().name("learning").start(() -> learn(guardians));
    }

    /** Begins nothing more. */
    void stop() {
        told.countDown();
    }

    private void learn(List<Guardian> guardians) {
        if (isTold(PATIENCE)) {
            return;
        }
        for (Guardian guardian : guardians) {
            Lesson lesson = lessons.of(guardian.part().name());
            if (lesson != null && !lesson.isLearned() && !isTold(Duration.ZERO)) {
                learn(lesson, guardian);
            }
        }
    }

    private void learn(Lesson lesson, Guardian guardian) {
        try {
            if (!lesson.isRecorded()) {
                guardian.pid().ifPresent(lesson::endRecording);
            }
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
