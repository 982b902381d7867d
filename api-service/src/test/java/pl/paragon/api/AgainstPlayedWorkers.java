package pl.paragon.api;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Step;
import pl.paragon.runtime.files.ReceiptFileStore;

/** A specification of answers that wait until a receipt is read, which the test says when. */
abstract class AgainstPlayedWorkers extends AgainstAGateway {

    @Inject
    ReceiptFileStore store;

    /** Of the file that the test uploads. */
    final String filename = UUID.randomUUID() + ".jpg";

    /** Jobs with the {@link #filename}. */
    final List<JobId> submitted() {
        return submissions(filename);
    }

    /** Jobs of a file name, in no order; other tests may have some as well. */
    final List<JobId> submissions(String name) {
        return broker.published(ReceiptSubmitted.class).stream()
                .filter(submitted -> submitted.submission().filename().equals(name))
                .map(ReceiptSubmitted::jobId)
                .toList();
    }

    /** The job of a file name that was not there before; waits for it. */
    final JobId newSubmission(String name, List<JobId> before) {
        return await().atMost(Polls.LONGEST)
                .until(
                        () -> submissions(name).stream()
                                .filter(id -> !before.contains(id))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** As the workers do. */
    final void read(JobId job) {
        servers.save(job, Samples.document());
        broker.publish(
                Samples.step(job, Step.OCR),
                Samples.step(job, Step.AI_ANALYSIS),
                Samples.analyzed(job, store),
                Samples.saved(job));
    }

    /** How many requests wait for a job. */
    static int watches() {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("paragon_feed_watches"))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
