package pl.paragon.benchmarks.uploads;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import pl.paragon.benchmarks.report.Sample;
import pl.paragon.benchmarks.sidebyside.Clients;
import pl.paragon.benchmarks.sidebyside.ReceiptApi.Uploaded;
import pl.paragon.benchmarks.sidebyside.Target;
import pl.paragon.benchmarks.sidebyside.UploadRequest;

/** Uploads by some clients, each one after the other. No two files are the same. */
public final class Uploading {

    /** The requests of many clients with large files fill the memory. */
    private static final int FILES_EACH = 2;

    private final Clients clients;
    private final List<List<UploadRequest>> prepared;

    public Uploading(Target target, Clients clients, List<PaddedJpeg> files) {
        this.clients = clients;
        this.prepared = IntStream.range(0, clients.count())
                .mapToObj(client -> requests(target, client, files))
                .toList();
    }

    private static List<UploadRequest> requests(Target target, int client, List<PaddedJpeg> files) {
        return IntStream.range(client, client + Math.min(FILES_EACH, files.size()))
                .mapToObj(file -> files.get(file % files.size()))
                .map(file -> file.upload(target))
                .toList();
    }

    /** What was uploaded, and how long all of it took. */
    public record Outcome(List<Uploaded> uploaded, Duration took) {

        /** How long each took until its answer, in milliseconds. */
        public Sample latencies() {
            return Sample.ofNanos(uploaded.stream().mapToLong(Uploaded::nanos).toArray());
        }

        public double perSecond() {
            return uploaded.size() * 1e9 / took.toNanos();
        }

        public List<String> jobs() {
            return uploaded.stream().map(Uploaded::job).toList();
        }
    }

    /** @throws IOException if one is refused */
    public Outcome upload(int count) throws IOException, InterruptedException {
        Queue<Uploaded> uploaded = new ConcurrentLinkedQueue<>();
        AtomicInteger next = new AtomicInteger();
        Duration took = clients.run((client, api) -> {
            List<UploadRequest> requests = prepared.get(client);
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                UploadRequest request = requests.get(i % requests.size());
                PaddedJpeg.makeDistinct(request);
                uploaded.add(api.upload(request));
            }
        });
        return new Outcome(new ArrayList<>(uploaded), took);
    }
}
