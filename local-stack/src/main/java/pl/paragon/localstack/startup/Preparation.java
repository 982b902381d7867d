package pl.paragon.localstack.startup;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import pl.paragon.localstack.learning.Lesson;
import pl.paragon.localstack.terminal.Screen;
import pl.paragon.localstack.terminal.Text;

/** The making of the caches for fast starts, two at a time. */
final class Preparation {

    // Each takes more than one processor at times, and up to half a gigabyte.
    private static final int AT_A_TIME = 2;

    private final Screen screen;

    Preparation(Screen screen) {
        this.screen = screen;
    }

    void of(List<Lesson> recorded) {
        long begin = System.nanoTime();
        try (ExecutorService makers = Executors.newFixedThreadPool(AT_A_TIME)) {
            recorded.forEach(lesson -> makers.execute(() -> learn(lesson)));
        }
        screen.line("Done in " + Text.seconds(Duration.ofNanos(System.nanoTime() - begin)));
    }

    // A start without its cache is slow, not wrong.
    private synchronized void tell(String line) {
        screen.line(line);
    }

    private void learn(Lesson lesson) {
        try {
            lesson.learn();
        } catch (RuntimeException e) {
            tell("  " + lesson.part() + " cannot be prepared: " + e.getMessage());
        }
    }
}
