package pl.paragon.benchmarks.sidebyside;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import pl.paragon.benchmarks.report.Sample;
import pl.paragon.benchmarks.sidebyside.ReceiptApi.Uploaded;

/** One client whose next upload waits for the end of the job before. */
public final class OneByOne {

    /** Between two questions for the status, so that the client takes no processor from the system. */
    private static final Duration POLL = Duration.ofMillis(1);

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Target target;
    private final Clock clock;

    public OneByOne(Target target, Clock clock) {
        this.target = target;
        this.clock = clock;
    }

    /**
     * A job that has ended.
     *
     * @param nanos from the beginning of its upload until its SUCCESS was seen
     * @param seen when that was
     */
    public record Ended(String job, long nanos, Instant seen) {}

    /** @throws IOException if a job ends otherwise than with SUCCESS, or not */
    public List<Ended> send(List<UploadRequest> requests) throws IOException, InterruptedException {
        List<Ended> ended = new ArrayList<>();
        try (ReceiptApi api = new ReceiptApi(target)) {
            for (UploadRequest request : requests) {
                Uploaded uploaded = api.upload(request);
                String end = api.awaitEnd(uploaded.job(), POLL, PATIENCE);
                ended.add(new Ended(uploaded.job(), System.nanoTime() - uploaded.began(), clock.instant()));
                if (!end.equals(ReceiptApi.SUCCESS)) {
                    throw new IOException("Job %s of the %s ended as %s".formatted(uploaded.job(), target.kind(), end));
                }
            }
        }
        return ended;
    }

    /** The milliseconds that they took. */
    public static Sample milliseconds(List<Ended> ended) {
        return Sample.ofNanos(ended.stream().mapToLong(Ended::nanos).toArray());
    }
}
