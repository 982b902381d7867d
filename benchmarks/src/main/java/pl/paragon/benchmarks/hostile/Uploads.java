package pl.paragon.benchmarks.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import pl.paragon.benchmarks.report.Progress;
import pl.paragon.benchmarks.stack.Reading;
import pl.paragon.benchmarks.stack.ReceiptReader;
import pl.paragon.running.client.ReceiptClient;
import pl.paragon.testsupport.hostile.HostileFile;

/** Plain receipts uploaded one after the other, alone or beside a stream of hostile files. */
final class Uploads {

    /** Fine enough for waits of seconds, and cheap beside the reading of a receipt. */
    private static final Duration POLL = Duration.ofMillis(100);

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final ReceiptClient client;
    private final ReceiptReader reader;

    Uploads(ReceiptClient client) {
        this.client = client;
        this.reader = new ReceiptReader(client, POLL, PATIENCE);
    }

    /**
     * What hostile files and the receipts beside them came to.
     *
     * @param fates in the order of the files
     */
    record Outcome(List<Fate> fates, Waits receipts) {}

    /** Each receipt is uploaded when the one before it is through. */
    Waits alone(List<Path> receipts, Progress progress) throws IOException, InterruptedException {
        Waits waits = new Waits();
        for (Path receipt : receipts) {
            time(receipt, waits);
            progress.step();
        }
        return waits;
    }

    /**
     * Uploads the hostile files, {@code atATime} in progress at any moment, and the receipts spread evenly among them,
     * whether or not the ones before are through.
     *
     * @param folder for the hostile files, which are deleted as they are done
     */
    Outcome beside(List<Path> receipts, List<HostileFile> hostile, int atATime, Path folder, Progress progress)
            throws IOException, InterruptedException {
        Waits waits = new Waits();
        Semaphore places = new Semaphore(atATime);
        List<Future<Fate>> fates = new ArrayList<>();
        List<Future<?>> plain = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < hostile.size(); i++) {
                HostileFile file = hostile.get(i);
                places.acquire();
                for (Path receipt : dueAt(i, hostile.size(), receipts)) {
                    plain.add(threads.submit(() -> {
                        time(receipt, waits);
                        return null;
                    }));
                }
                fates.add(threads.submit(() -> {
                    try {
                        return send(file, folder);
                    } finally {
                        places.release();
                        progress.step();
                    }
                }));
            }
        }
        results(plain);
        return new Outcome(results(fates), waits);
    }

    private static <T> List<T> results(List<? extends Future<? extends T>> ended)
            throws IOException, InterruptedException {
        List<T> results = new ArrayList<>();
        try {
            for (Future<? extends T> one : ended) {
                results.add(one.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e.getCause());
        }
    }

    /** The receipts that go with the hostile file of this number: of 24 beside 220 one with each ninth or tenth. */
    static List<Path> dueAt(int number, int hostile, List<Path> receipts) {
        int from = (int) ((long) number * receipts.size() / hostile);
        int to = (int) ((long) (number + 1) * receipts.size() / hostile);
        return receipts.subList(from, to);
    }

    private void time(Path receipt, Waits waits) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Reading reading = reader.read(receipt);
        if (reading.error() == null) {
            waits.read(Duration.ofNanos(System.nanoTime() - began));
        } else {
            waits.failed();
        }
    }

    private Fate send(HostileFile file, Path folder) throws IOException, InterruptedException {
        String suffix = "." + file.mediaType().substring(file.mediaType().indexOf('/') + 1);
        Path upload = Files.write(folder.resolve(file.name() + suffix), file.bytes());
        try {
            Optional<JsonNode> end = reader.awaitEnd(client.submit(upload));
            return end.map(status -> Fate.of(status, file.mayBeRead())).orElse(Fate.UNEXPECTED);
        } catch (ReceiptClient.RefusedException e) {
            return Fate.REFUSED;
        } finally {
            Files.delete(upload);
        }
    }
}
