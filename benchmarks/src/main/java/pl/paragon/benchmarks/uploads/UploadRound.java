package pl.paragon.benchmarks.uploads;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import pl.paragon.benchmarks.report.Sample;
import pl.paragon.benchmarks.sidebyside.Clients;
import pl.paragon.benchmarks.sidebyside.ReceiptApi;
import pl.paragon.benchmarks.sidebyside.ReceiptApi.Uploaded;
import pl.paragon.benchmarks.sidebyside.Target;
import pl.paragon.benchmarks.sidebyside.UploadRequest;

/**
 * Uploads to one system, as many at a time as there are clients. The jobs are cancelled afterwards: the other system is
 * measured next, and nobody must work meanwhile.
 */
final class UploadRound {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int FILES_EACH = 2;
    /** Different in each run, counted up: no two files are the same. */
    private static final AtomicLong DISTINCT = new AtomicLong(UUID.randomUUID().getMostSignificantBits());

    private final Target target;
    private final int clients;
    private final List<PaddedJpeg> files;

    UploadRound(Target target, int clients, List<PaddedJpeg> files) {
        this.target = target;
        this.clients = clients;
        this.files = files;
    }

    /**
     * What came of it.
     *
     * @param latencies in milliseconds
     * @param begun jobs that somebody had begun to work on when the last was uploaded
     */
    record Outcome(Sample latencies, double perSecond, int begun) {}

    /** @param warmUp uploads before, whose time does not count */
    Outcome measure(int warmUp, int count) throws IOException, InterruptedException {
        try (Clients all = new Clients(target, clients)) {
            List<List<UploadRequest>> prepared = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                prepared.add(requests(i));
            }
            Queue<Uploaded> before = new ConcurrentLinkedQueue<>();
            upload(all, prepared, warmUp, before);
            Queue<Uploaded> measured = new ConcurrentLinkedQueue<>();
            Duration took = upload(all, prepared, count, measured);
            List<String> jobs = new ArrayList<>();
            before.forEach(one -> jobs.add(one.job()));
            measured.forEach(one -> jobs.add(one.job()));
            List<String> begun = begun(all, jobs);
            cancel(all, jobs);
            awaitEnd(all, begun);
            Sample latencies =
                    Sample.ofNanos(measured.stream().mapToLong(Uploaded::nanos).toArray());
            return new Outcome(latencies, count * 1e9 / took.toNanos(), begun.size());
        }
    }

    /** Each client has a few of the files: the requests of many clients fill the memory. */
    private List<UploadRequest> requests(int client) {
        return IntStream.range(client, client + Math.min(FILES_EACH, files.size()))
                .mapToObj(file -> files.get(file % files.size()))
                .map(file -> new UploadRequest(target, "receipt.jpg", file.bytes()))
                .toList();
    }

    private static Duration upload(Clients all, List<List<UploadRequest>> prepared, int count, Queue<Uploaded> uploaded)
            throws IOException, InterruptedException {
        AtomicInteger next = new AtomicInteger();
        return all.run((client, api) -> {
            List<UploadRequest> requests = prepared.get(client);
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                UploadRequest request = requests.get(i % requests.size());
                request.put(PaddedJpeg.DISTINCT_AT, DISTINCT.getAndIncrement());
                uploaded.add(api.upload(request));
            }
        });
    }

    private static List<String> begun(Clients all, List<String> jobs) throws IOException, InterruptedException {
        Queue<String> begun = new ConcurrentLinkedQueue<>();
        share(all, jobs, (job, api) -> {
            if (!api.status(job).path("status").asText().equals(ReceiptApi.PENDING)) {
                begun.add(job);
            }
        });
        return List.copyOf(begun);
    }

    private static void cancel(Clients all, List<String> jobs) throws IOException, InterruptedException {
        share(all, jobs, (job, api) -> api.cancel(job));
    }

    private static void awaitEnd(Clients all, List<String> jobs) throws IOException, InterruptedException {
        share(all, jobs, (job, api) -> api.awaitEnd(job, PATIENCE));
    }

    private interface Step {
        void take(String job, ReceiptApi api) throws IOException, InterruptedException;
    }

    private static void share(Clients all, List<String> jobs, Step step) throws IOException, InterruptedException {
        all.run((client, api) -> {
            for (int i = client; i < jobs.size(); i += all.count()) {
                step.take(jobs.get(i), api);
            }
        });
    }
}
