package pl.paragon.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.contracts.event.ReceiptTextRecognized;
import pl.paragon.contracts.event.RetryScheduled;
import pl.paragon.contracts.event.StepStarted;
import pl.paragon.contracts.event.Topic;
import pl.paragon.running.Replica;
import pl.paragon.running.RunningParagon;
import pl.paragon.running.service.Metrics;
import pl.paragon.running.service.Service;
import pl.paragon.testsupport.DrawnReceipts;

/**
 * Two workers of a stage share one queue: a second one joins in the middle of the work, does its part, and leaves
 * before the work is done.
 */
@ExtendWith(SharedParagon.class)
class WorkersComeAndGoE2E {

    /** How many receipts wait or are read at any time. */
    private static final int WAITING = 40;

    private static final int READ_BEFORE_THEY_JOIN = 10;
    private static final int READ_TOGETHER = 60;
    /**
     * What a worker holds may be handed to another when one joins or leaves; the rest is in Kafka and moves untouched.
     */
    private static final int MOST_REPEATED = 2 * (Runtime.getRuntime().availableProcessors() + 1);
    /**
     * Half would be fair; keys fall on partitions by chance, and a worker that joins takes more than twice as long for
     * its first receipts, probably as its code is cold: it had 24 to 30 % of sixty.
     */
    private static final double LEAST_SHARE = 0.15;

    private final RunningParagon paragon;
    private final ReceiptApi api;

    @TempDir
    private Path folder;

    WorkersComeAndGoE2E(RunningParagon paragon) {
        this.paragon = paragon;
        this.api = new ReceiptApi(paragon.client());
    }

    @Test
    void shouldShareAQueueWithWhoeverJoinsAndRepeatNothingWhenTheyLeave() {
        try (History history = History.fromNowOn(paragon)) {
            // given: a queue that one worker of each stage works off, and that never runs dry
            Path receipt = DrawnReceipts.write(DrawnReceipts.picture(), folder.resolve("paragon.png"));
            List<String> jobs = new ArrayList<>();
            Runnable refill = () -> {
                while (jobs.size() - history.jobs(Topic.RECEIPT_TEXT_RECOGNIZED) < WAITING) {
                    jobs.add(api.process(receipt));
                }
            };
            feedUntil(refill, () -> history.jobs(Topic.RECEIPT_TEXT_RECOGNIZED) >= READ_BEFORE_THEY_JOIN);

            // when: a second one of each joins, however long that takes
            CompletableFuture<List<Replica>> joining = CompletableFuture.supplyAsync(
                    () -> List.of(paragon.start(Service.ANALYSIS), paragon.start(Service.OCR)));
            feedUntil(refill, joining::isDone);
            Replica analyst = joining.join().getFirst();
            Replica reader = joining.join().getLast();
            // It is ready some seconds before its part of the queue is handed to it.
            feedUntil(refill, () -> pagesReadBy(reader) > 0);
            int readBefore = history.jobs(Topic.RECEIPT_TEXT_RECOGNIZED);
            double readBeforeByNewcomer = pagesReadBy(reader);

            // and leaves with work in hand
            feedUntil(refill, () -> history.jobs(Topic.RECEIPT_TEXT_RECOGNIZED) >= readBefore + READ_TOGETHER);
            double readByNewcomer = pagesReadBy(reader) - readBeforeByNewcomer;
            int readTogether = history.jobs(Topic.RECEIPT_TEXT_RECOGNIZED) - readBefore;
            int readerEnded = reader.stop();
            int analystEnded = analyst.stop();

            // then: nobody crashed, every receipt was read, and at the first attempt
            assertThat(readerEnded).as(reader.log().toString()).isEqualTo(128 + 15);
            assertThat(analystEnded).as(analyst.log().toString()).isEqualTo(128 + 15);
            assertThat(jobs).allSatisfy(job -> assertThat(
                            api.awaitEnd(job).path("status").asText())
                    .isEqualTo("SUCCESS"));
            assertThat(history.events(StepStarted.class)).allMatch(step -> step.attempt() == 1);
            assertThat(history.events(RetryScheduled.class)).isEmpty();
            List<ReceiptTextRecognized> texts = history.events(ReceiptTextRecognized.class);
            assertThat(texts.size() - history.jobs(Topic.RECEIPT_TEXT_RECOGNIZED))
                    .as("records that were handed to another worker although one held them")
                    .isLessThanOrEqualTo(MOST_REPEATED);
            // and the newcomer did its share of what was left
            assertThat(readByNewcomer / readTogether)
                    .as("share of the %d receipts that were read while there were two", readTogether)
                    .isGreaterThanOrEqualTo(LEAST_SHARE);
        }
    }

    private static double pagesReadBy(Replica reader) {
        return Metrics.of(reader.url()).sum("paragon_ocr_page_seconds_count", "origin=\"picture\"");
    }

    private static void feedUntil(Runnable refill, Callable<Boolean> enough) {
        await().atMost(SharedParagon.PATIENCE)
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    refill.run();
                    return enough.call();
                });
    }
}
