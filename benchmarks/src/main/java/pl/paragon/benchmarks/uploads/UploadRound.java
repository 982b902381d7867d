package pl.paragon.benchmarks.uploads;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import pl.paragon.benchmarks.report.Sample;
import pl.paragon.benchmarks.sidebyside.Clients;
import pl.paragon.benchmarks.sidebyside.ReceiptApi;
import pl.paragon.benchmarks.sidebyside.Target;

/**
 * Uploads to one system, as many at a time as there are clients. The jobs are cancelled afterwards: the other system is
 * measured next, and nobody must work meanwhile.
 */
final class UploadRound {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

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
            Uploading uploading = new Uploading(target, all, files);
            List<String> jobs = new ArrayList<>(uploading.upload(warmUp).jobs());
            Uploading.Outcome measured = uploading.upload(count);
            jobs.addAll(measured.jobs());
            List<String> begun = begun(all, jobs);
            all.each(jobs, (job, api) -> api.cancel(job));
            all.each(begun, (job, api) -> api.awaitEnd(job, PATIENCE));
            return new Outcome(measured.latencies(), measured.perSecond(), begun.size());
        }
    }

    private static List<String> begun(Clients all, List<String> jobs) throws IOException, InterruptedException {
        Queue<String> begun = new ConcurrentLinkedQueue<>();
        all.each(jobs, (job, api) -> {
            if (!api.status(job).path("status").asText().equals(ReceiptApi.PENDING)) {
                begun.add(job);
            }
        });
        return List.copyOf(begun);
    }
}
