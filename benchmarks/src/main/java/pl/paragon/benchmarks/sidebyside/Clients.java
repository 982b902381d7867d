package pl.paragon.benchmarks.sidebyside;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients of a system, each with a connection and a thread of its own. */
public final class Clients implements AutoCloseable {

    /** So that no measured request opens a connection. */
    private static final int WARM_UP = 5;

    private final List<ReceiptApi> apis = new ArrayList<>();
    private final ExecutorService threads;

    /** With their connections open. */
    public Clients(Target target, int count) throws IOException {
        threads = Executors.newFixedThreadPool(count);
        for (int i = 0; i < count; i++) {
            ReceiptApi api = new ReceiptApi(target);
            apis.add(api);
            for (int k = 0; k < WARM_UP; k++) {
                api.exchange(target.request("GET", "/status/" + new UUID(0, 0)));
            }
        }
    }

    /** What one of them does. */
    @FunctionalInterface
    public interface Work {

        /** @param client from 0 */
        void run(int client, ReceiptApi api) throws IOException, InterruptedException;
    }

    public int count() {
        return apis.size();
    }

    /** Has all of them do it, begun at the same moment; how long it took until the last was done. */
    public Duration run(Work work) throws IOException, InterruptedException {
        CountDownLatch ready = new CountDownLatch(apis.size());
        CountDownLatch go = new CountDownLatch(1);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < apis.size(); i++) {
            int client = i;
            running.add(threads.submit(() -> {
                ready.countDown();
                go.await();
                work.run(client, apis.get(client));
                return null;
            }));
        }
        ready.await();
        long began = System.nanoTime();
        go.countDown();
        for (Future<?> one : running) {
            await(one);
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** What one of them does with its share. */
    @FunctionalInterface
    public interface Share<T> {
        void take(T item, ReceiptApi api) throws IOException, InterruptedException;
    }

    /** Has them do it with each of the items, which they share. */
    public <T> void each(List<T> items, Share<T> share) throws IOException, InterruptedException {
        run((client, api) -> {
            for (int i = client; i < items.size(); i += count()) {
                share.take(items.get(i), api);
            }
        });
    }

    private void await(Future<?> one) throws IOException, InterruptedException {
        try {
            one.get();
        } catch (ExecutionException e) {
            threads.shutdownNow();
            throw new IOException(e.getCause().getMessage(), e.getCause());
        }
    }

    @Override
    public void close() {
        threads.close();
        apis.forEach(ReceiptApi::close);
    }
}
