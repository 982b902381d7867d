package pl.paragon.benchmarks.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads many receipts, a few at a time. */
public final class Readings {

    private Readings() {}

    /** @param atATime how many are in progress; twice the processors keeps a Paragon on the same machine busy */
    public static List<Reading> all(ReceiptReader reader, List<Path> files, int atATime, Runnable afterEach)
            throws IOException, InterruptedException {
        try (ExecutorService pool = Executors.newFixedThreadPool(atATime)) {
            List<Future<Reading>> started = new ArrayList<>();
            for (Path file : files) {
                started.add(pool.submit(() -> {
                    Reading reading = reader.read(file);
                    afterEach.run();
                    return reading;
                }));
            }
            return finished(started, pool);
        }
    }

    private static List<Reading> finished(List<Future<Reading>> started, ExecutorService pool)
            throws IOException, InterruptedException {
        List<Reading> readings = new ArrayList<>();
        try {
            for (Future<Reading> one : started) {
                readings.add(one.get());
            }
            return readings;
        } catch (ExecutionException e) {
            pool.shutdownNow();
            throw new IOException(e.getCause().getMessage(), e.getCause());
        }
    }
}
