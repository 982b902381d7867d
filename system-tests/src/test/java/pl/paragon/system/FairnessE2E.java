package pl.paragon.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.running.RunningParagon;
import pl.paragon.testsupport.DrawnReceipts;

/** Somebody's bulk does not hold up somebody else's receipt, and nobody has to say that it is one. */
@ExtendWith(SharedParagon.class)
class FairnessE2E {

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
    /** Far more than {@link #MOST_BEFORE}, so that the bulk is still being read when the other is done. */
    private static final int BULK = 20 * PROCESSORS + 20;
    /**
     * Those that are being read when the other comes, those beside which it is read, and those that end while it passes
     * the later stages: twice as many as were seen on a busy machine. In a queue of one lane it would be all that were
     * left.
     */
    private static final int MOST_BEFORE = 6 * PROCESSORS;

    private final RunningParagon paragon;
    private final ReceiptApi api;

    @TempDir
    private Path folder;

    FairnessE2E(RunningParagon paragon) {
        this.paragon = paragon;
        this.api = new ReceiptApi(paragon.client());
    }

    @Test
    void shouldReadASingleReceiptInTheMidstOfAnothersBulk() {
        try (History history = History.fromNowOn(paragon)) {
            // given
            Path receipt = DrawnReceipts.write(DrawnReceipts.picture(), folder.resolve("paragon.png"));
            List<String> bulk = new ArrayList<>();
            for (int i = 0; i < BULK; i++) {
                bulk.add(api.process(receipt, "the accountant"));
            }

            // when
            String single = api.process(receipt, "somebody at a till");
            String status = api.awaitEnd(single).path("status").asText();

            // then
            assertThat(status).isEqualTo("SUCCESS");
            Instant came = submitted(single, history);
            Map<String, Instant> ends = ends(history);
            Instant done = ends.get(single);
            assertThat(bulk)
                    .filteredOn(job -> ends.containsKey(job)
                            && ends.get(job).isAfter(came)
                            && ends.get(job).isBefore(done))
                    .as("receipts of the bulk that were done between its upload and its end")
                    .hasSizeLessThanOrEqualTo(MOST_BEFORE);
            assertThat(bulk)
                    .filteredOn(job -> !ends.containsKey(job) || ends.get(job).isAfter(done))
                    .as("the bulk is not over, or this shows nothing")
                    .isNotEmpty();
            // and the bulk is read to its end
            assertThat(bulk).allSatisfy(job -> assertThat(
                            api.awaitEnd(job).path("status").asText())
                    .isEqualTo("SUCCESS"));
        }
    }

    private static Instant submitted(String job, History history) {
        return history.events(ReceiptSubmitted.class).stream()
                .filter(submitted -> submitted.jobId().toString().equals(job))
                .findFirst()
                .orElseThrow()
                .occurredAt();
    }

    /** When the jobs that have ended did; all services run on one machine, and have one clock. */
    private static Map<String, Instant> ends(History history) {
        return history.events(JobEnded.class).stream()
                .collect(Collectors.toMap(
                        ended -> ended.jobId().toString(), JobEnded::occurredAt, (first, again) -> first));
    }
}
