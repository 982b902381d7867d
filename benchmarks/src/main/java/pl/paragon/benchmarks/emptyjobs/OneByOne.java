package pl.paragon.benchmarks.emptyjobs;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import pl.paragon.benchmarks.report.Sample;
import pl.paragon.benchmarks.sidebyside.ReceiptApi;
import pl.paragon.benchmarks.sidebyside.ReceiptApi.Uploaded;
import pl.paragon.benchmarks.sidebyside.Target;
import pl.paragon.benchmarks.sidebyside.UploadRequest;

/** One client whose next upload waits for the end of the job before. */
final class OneByOne {

    /** Between two questions for the status, so that the client takes no processor from the system. */
    private static final Duration POLL = Duration.ofMillis(1);

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Target target;

    OneByOne(Target target) {
        this.target = target;
    }

    /**
     * Milliseconds from the beginning of each upload until its SUCCESS was seen.
     *
     * @throws IOException if a job ends otherwise, or not
     */
    Sample measure(List<UploadRequest> requests) throws IOException, InterruptedException {
        long[] nanos = new long[requests.size()];
        try (ReceiptApi api = new ReceiptApi(target)) {
            for (int i = 0; i < nanos.length; i++) {
                Uploaded uploaded = api.upload(requests.get(i));
                String end = api.awaitEnd(uploaded.job(), POLL, PATIENCE);
                nanos[i] = System.nanoTime() - uploaded.began();
                if (!end.equals(ReceiptApi.SUCCESS)) {
                    throw new IOException("Job %s of the %s ended as %s".formatted(uploaded.job(), target.kind(), end));
                }
            }
        }
        return Sample.ofNanos(nanos);
    }
}
