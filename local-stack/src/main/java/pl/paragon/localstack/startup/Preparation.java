package pl.paragon.localstack.startup;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import pl.paragon.localstack.aot.AotCache;
import pl.paragon.operations.terminal.Screen;
import pl.paragon.operations.terminal.Text;

/** Creates AOT caches, two at a time. */
final class Preparation {

    // Each uses more than one processor at times, and up to half a gigabyte.
    private static final int AT_A_TIME = 2;

    private final Screen screen;

    Preparation(Screen screen) {
        this.screen = screen;
    }

    void of(List<AotCache> trained) {
        long begin = System.nanoTime();
        try (ExecutorService creators = Executors.newFixedThreadPool(AT_A_TIME)) {
            trained.forEach(cache -> creators.execute(() -> create(cache)));
        }
        screen.line("Done in " + Text.seconds(Duration.ofNanos(System.nanoTime() - begin)));
    }

    private synchronized void tell(String line) {
        screen.line(line);
    }

    private void create(AotCache cache) {
        try {
            cache.create();
        } catch (RuntimeException e) {
            tell("  " + cache.part() + " has no AOT cache: " + e.getMessage());
        }
    }
}
