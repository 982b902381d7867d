package pl.paragon.benchmarks.statuses;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import pl.paragon.benchmarks.sidebyside.ReceiptApi;
import pl.paragon.benchmarks.sidebyside.Target;
import pl.paragon.benchmarks.sidebyside.UploadRequest;

/** The jobs of a system whose status is asked for. */
record Jobs(String finished, String waiting) {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** The id of a job that has been read to its end. */
    static String finished(Target target, Path picture) throws IOException, InterruptedException {
        try (ReceiptApi api = new ReceiptApi(target)) {
            String job = api.upload(request(target, picture)).job();
            String end = api.awaitEnd(job, PATIENCE);
            if (!end.equals(ReceiptApi.SUCCESS)) {
                throw new IOException("Job %s of the %s ended as %s".formatted(job, target.kind(), end));
            }
            return job;
        }
    }

    /**
     * The id of a job that waits. The reference's workers cannot be paused; but it says of a job that it does not know
     * just what it says of one that waits, and looks for it in the same place.
     */
    static String waiting(Target target, Path picture) throws IOException {
        try (ReceiptApi api = new ReceiptApi(target)) {
            return switch (target.kind()) {
                case PARAGON -> api.upload(request(target, picture)).job();
                case REFERENCE -> UUID.randomUUID().toString();
            };
        }
    }

    /** @throws IOException if it does not wait (any more): what was measured is something else then */
    static void checkThatItWaits(Target target, String job) throws IOException {
        try (ReceiptApi api = new ReceiptApi(target)) {
            String status = api.status(job).path("status").asText();
            if (!status.equals(ReceiptApi.PENDING)) {
                throw new IOException("Job %s of the %s does not wait: %s".formatted(job, target.kind(), status));
            }
        }
    }

    private static UploadRequest request(Target target, Path picture) throws IOException {
        return new UploadRequest(target, picture.getFileName().toString(), Files.readAllBytes(picture));
    }
}
