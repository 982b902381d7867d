package pl.paragon.benchmarks.throughput;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import pl.paragon.benchmarks.sidebyside.Clients;
import pl.paragon.benchmarks.sidebyside.ReceiptApi;
import pl.paragon.benchmarks.sidebyside.ReceiptApi.Uploaded;
import pl.paragon.benchmarks.sidebyside.Target;
import pl.paragon.benchmarks.sidebyside.UploadRequest;
import pl.paragon.running.client.ReceiptClient;

/** Files that are uploaded all at once, and whose jobs are followed to their ends. */
public final class Burst {

    private static final int CLIENTS = 4;
    /** How many jobs are asked for at each look, the oldest first. */
    private static final int WINDOW = 16;

    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final Target target;
    private final List<UploadRequest> requests;

    /** @param requests for this target, each sent once */
    public Burst(Target target, List<UploadRequest> requests) {
        this.target = target;
        this.requests = List.copyOf(requests);
    }

    static Burst of(Target target, List<Path> pictures) throws IOException {
        List<UploadRequest> requests = new ArrayList<>();
        for (Path picture : pictures) {
            requests.add(new UploadRequest(target, picture.getFileName().toString(), Files.readAllBytes(picture)));
        }
        return new Burst(target, requests);
    }

    /**
     * What came of it.
     *
     * @param took from the first upload to the end of the last job
     * @param read jobs that ended with SUCCESS
     * @param failed all others
     */
    public record Outcome(Duration took, int read, int failed) {

        public double perSecond() {
            return read * 1e9 / took.toNanos();
        }

        public double perMinute() {
            return 60 * perSecond();
        }
    }

    /** @throws IOException if an upload is refused, or a job does not end */
    public Outcome measure() throws IOException, InterruptedException {
        try (Clients clients = new Clients(target, CLIENTS + 1)) {
            AtomicInteger next = new AtomicInteger();
            Queue<Uploaded> uploaded = new ConcurrentLinkedQueue<>();
            AtomicInteger read = new AtomicInteger();
            Duration took = clients.run((client, api) -> {
                if (client == CLIENTS) {
                    read.set(follow(api, uploaded));
                    return;
                }
                for (int i = next.getAndIncrement(); i < requests.size(); i = next.getAndIncrement()) {
                    uploaded.add(api.upload(requests.get(i)));
                }
            });
            return new Outcome(took, read.get(), requests.size() - read.get());
        }
    }

    /** Returns when all jobs have ended: how many with SUCCESS. */
    private int follow(ReceiptApi api, Queue<Uploaded> uploaded) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<String> open = new ArrayList<>();
        int read = 0;
        for (int ended = 0; ended < requests.size(); ) {
            if (System.nanoTime() > deadline) {
                throw new IOException("%d jobs of the %s have not ended after %d minutes: do its workers run?"
                        .formatted(requests.size() - ended, target.kind(), PATIENCE.toMinutes()));
            }
            for (Uploaded one = uploaded.poll(); one != null; one = uploaded.poll()) {
                open.add(one.job());
            }
            int looked = 0;
            for (Iterator<String> jobs = open.iterator(); jobs.hasNext() && looked < WINDOW; ) {
                JsonNode status = api.status(jobs.next());
                if (ReceiptClient.hasEnded(status)) {
                    jobs.remove();
                    ended++;
                    read += status.path("status").asText().equals(ReceiptApi.SUCCESS) ? 1 : 0;
                } else {
                    looked++;
                }
            }
            Thread.sleep(POLL);
        }
        return read;
    }
}
