package pl.paragon.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.contracts.event.StepStarted;
import pl.paragon.running.RunningParagon;
import pl.paragon.running.service.Service;
import pl.paragon.servers.process.Signal;
import pl.paragon.testsupport.DrawnReceipts;

/** A stage that an operator has paused begins nothing, also if its worker is killed meanwhile, and then goes on. */
@ExtendWith(SharedParagon.class)
class PausedStageE2E {

    private final RunningParagon paragon;
    private final ReceiptApi api;

    @TempDir
    private Path folder;

    PausedStageE2E(RunningParagon paragon) {
        this.paragon = paragon;
        this.api = new ReceiptApi(paragon.client());
    }

    @AfterEach
    void resume() {
        stages("resume", "ocr");
    }

    @Test
    void shouldWaitThroughTheRestartOfItsWorkerAndGoOnWhenItIsResumed() {
        try (History history = History.fromNowOn(paragon)) {
            // given
            stages("pause", "ocr", "--for", "2h", "--reason", "Wymiana dysku");
            String job = api.process(DrawnReceipts.writeTextPdf(folder.resolve("receipt.pdf"), 1));

            // when
            JsonNode status = api.status(job);

            // then
            assertThat(status.path("status").asText()).isEqualTo("PENDING");
            assertThat(status.at("/waiting_for/code").asText()).isEqualTo("STAGE_PAUSED");
            assertThat(status.at("/waiting_for/message").asText()).contains("Wymiana dysku");

            // when the worker dies and another one takes the record
            ProcessHandle worker = worker();
            Signal.KILL.send(worker);
            await().atMost(SharedParagon.PATIENCE)
                    .until(() -> worker().pid() != worker.pid()
                            && api.health().at("/stages/ocr/workers").asInt() == 1);
            String other = api.process(DrawnReceipts.writeTextPdf(folder.resolve("other.pdf"), 1));
            api.cancel(other);
            assertThat(api.awaitEnd(other).path("status").asText())
                    .as("a cancel is confirmed all the same")
                    .isEqualTo("REVOKED");

            // then
            assertThat(api.status(job).path("status").asText()).isEqualTo("PENDING");
            assertThat(history.events(StepStarted.class)).isEmpty();

            // when
            stages("resume", "ocr");

            // then
            assertThat(api.awaitEnd(job).path("status").asText()).isEqualTo("SUCCESS");
            assertThat(api.health().path("status").asText()).isEqualTo("healthy");
        }
    }

    private ProcessHandle worker() {
        return await().atMost(SharedParagon.PATIENCE)
                .until(() -> paragon.process(Service.OCR.module()), process -> process.isPresent())
                .orElseThrow();
    }

    private void stages(String... words) {
        String[] command = new String[words.length + 1];
        command[0] = "stages";
        System.arraycopy(words, 0, command, 1, words.length);
        assertThat(paragon.command(command).exitCode()).isZero();
    }
}
