package pl.paragon.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.running.RunningParagon;
import pl.paragon.servers.process.Signal;
import pl.paragon.testsupport.DrawnReceipts;

/** Whatever dies, an accepted job ends in exactly one way. */
@ExtendWith(SharedParagon.class)
class SurvivalE2E {

    private final RunningParagon paragon;
    private final ReceiptApi api;

    @TempDir
    private Path folder;

    SurvivalE2E(RunningParagon paragon) {
        this.paragon = paragon;
        this.api = new ReceiptApi(paragon.client());
    }

    @Test
    void shouldFinishAJobWhoseWorkerWasKilledInTheMiddle() {
        // given
        String job = api.process(longReceipt());
        api.awaitStep(job, "OCR");

        // when
        end(worker(), Signal.KILL);

        // then
        JsonNode end = api.awaitEnd(job);
        assertThat(end.path("status").asText()).as(end.toPrettyString()).isEqualTo("SUCCESS");
        savedOnce(job);
    }

    @Test
    void shouldEndAJobThatCrashesItsWorkerAtEachAttemptAndReadTheOthers() {
        // given: a job during whose recognition the worker crashes, each time
        String crashing = api.process(longReceipt());
        ProcessHandle crashed = null;
        String innocent = null;
        for (int attempt = 1; attempt <= 4; attempt++) {
            ProcessHandle worker = next(crashed);
            awaitAttempt(crashing, attempt);
            if (attempt == 1) {
                innocent = api.process(picture());
            }
            end(worker, Signal.SEGV);
            crashed = worker;
        }

        // when
        JsonNode end = api.awaitEnd(crashing);

        // then
        assertThat(end.path("status").asText()).as(end.toPrettyString()).isEqualTo("FAILURE");
        assertThat(end.at("/error_details/code").asText()).isEqualTo("WORKER_CRASHED");
        assertThat(api.awaitEnd(innocent).path("status").asText()).isEqualTo("SUCCESS");
    }

    @Test
    void shouldFinishAfterTheNextUpWhatWasInWorkAtDownAndLeaveNoProcessBetween() {
        // given
        String job = api.process(longReceipt());
        api.awaitStep(job, "OCR");
        List<ProcessHandle> processes = paragon.processes();
        assertThat(processes).hasSize(8);

        // when
        paragon.down();

        // then
        assertThat(processes).noneMatch(ProcessHandle::isAlive);

        // when
        paragon.up();

        // then
        assertThat(api.awaitEnd(job).path("status").asText()).isEqualTo("SUCCESS");
        savedOnce(job);
    }

    private void savedOnce(String job) {
        try (Stores stores = new Stores(paragon)) {
            assertThat(stores.rows("select 1 from receipt where job_id = ?", UUID.fromString(job)))
                    .hasSize(1);
        }
    }

    private ProcessHandle worker() {
        return await("an ocr-worker")
                .atMost(SharedParagon.PATIENCE)
                .until(() -> paragon.process("ocr-worker"), Optional::isPresent)
                .orElseThrow();
    }

    /** Ends a process as a fault of native code would, or the kernel when memory runs out. */
    private static void end(ProcessHandle process, Signal signal) {
        signal.send(process);
        await("the end of process " + process.pid())
                .atMost(SharedParagon.PATIENCE)
                .until(() -> !process.isAlive());
    }

    /** The worker that came after the one that crashed. */
    private ProcessHandle next(ProcessHandle crashed) {
        return await("a worker after " + crashed)
                .atMost(SharedParagon.PATIENCE)
                .until(this::worker, p -> crashed == null || p.pid() != crashed.pid());
    }

    private void awaitAttempt(String job, int attempt) {
        try (Stores stores = new Stores(paragon)) {
            await("attempt " + attempt)
                    .atMost(SharedParagon.PATIENCE)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> stores.hash(job).containsKey("step:ocr:" + attempt + ":OCR"));
        }
    }

    /** Long enough to be interrupted. */
    private Path longReceipt() {
        return DrawnReceipts.writePicturePdf(folder.resolve("long.pdf"), 12);
    }

    private Path picture() {
        return DrawnReceipts.write(DrawnReceipts.picture(), folder.resolve("paragon.png"));
    }
}
