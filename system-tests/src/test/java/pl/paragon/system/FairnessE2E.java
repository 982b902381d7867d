package pl.paragon.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.running.RunningParagon;
import pl.paragon.testsupport.DrawnReceipts;

/** Somebody's bulk does not hold up somebody else's receipt, and nobody has to say that it is one. */
@ExtendWith(SharedParagon.class)
class FairnessE2E {

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
    /** Far more than {@link #MOST_BEFORE}, so that the bulk is still being read when the other is done. */
    private static final int BULK = 20 * PROCESSORS + 20;
    /**
     * Those that are being read when the other comes, those beside which it is read, and those that end while the
     * result passes the later stages and the test looks. In a queue of one lane it would be all of the bulk.
     */
    private static final int MOST_BEFORE = 4 * PROCESSORS;

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
            int before = ended(bulk, history);
            String single = api.process(receipt, "somebody at a till");
            String status = api.awaitEnd(single).path("status").asText();
            int after = ended(bulk, history);

            // then
            assertThat(status).isEqualTo("SUCCESS");
            assertThat(after).as("the bulk is not over, or this shows nothing").isLessThan(BULK);
            assertThat(after - before)
                    .as("receipts of the bulk that were done before it, though it came first or with them")
                    .isLessThanOrEqualTo(MOST_BEFORE);
            // and the bulk is read to its end
            assertThat(bulk).allSatisfy(job -> assertThat(
                            api.awaitEnd(job).path("status").asText())
                    .isEqualTo("SUCCESS"));
        }
    }

    private static int ended(List<String> jobs, History history) {
        Set<String> all = new HashSet<>(jobs);
        return (int) history.events(JobEnded.class).stream()
                .map(ended -> ended.jobId().toString())
                .distinct()
                .filter(all::contains)
                .count();
    }
}
