package pl.paragon.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.contracts.event.StepStarted;
import pl.paragon.running.RunningParagon;
import pl.paragon.running.service.Service;
import pl.paragon.servers.process.Signal;
import pl.paragon.testsupport.DrawnReceipts;

/** A cancel may come at any moment: it is confirmed as REVOKED and leaves nothing, or it came too late. */
@ExtendWith(SharedParagon.class)
class CancelE2E {

    /** More than are read at a time, so that the last one waits. */
    private static final int QUEUE = 2 * Runtime.getRuntime().availableProcessors() + 2;

    private static final int RACES = 12;

    private final RunningParagon paragon;
    private final ReceiptApi api;

    @TempDir
    private Path folder;

    CancelE2E(RunningParagon paragon) {
        this.paragon = paragon;
        this.api = new ReceiptApi(paragon.client());
    }

    @Test
    void shouldEndAJobThatIsBeingRead() {
        // given
        String job = api.process(longReceipt());
        api.awaitStep(job, "OCR");

        // when
        JsonNode answer = api.cancel(job);

        // then
        assertThat(answer.path("message").asText()).isEqualTo("Task cancellation requested");
        assertRevoked(job);
        await().atMost(SharedParagon.PATIENCE).untilAsserted(() -> assertThat(
                        api.health().path("active_receipt_tasks").asInt())
                .isZero());
    }

    @Test
    void shouldEndAJobThatWaitsForItsTurnWithoutBeginningIt() {
        try (History history = History.fromNowOn(paragon)) {
            // given
            List<String> queue = IntStream.range(0, QUEUE)
                    .mapToObj(i -> api.process(longReceipt()))
                    .toList();
            String job = queue.getLast();

            // when: those before it go as well, or it would take its turn in a minute
            queue.reversed().forEach(api::cancel);

            // then
            queue.forEach(this::assertRevoked);
            assertThat(history.events(StepStarted.class))
                    .noneMatch(step -> step.jobId().toString().equals(job));
        }
    }

    @Test
    void shouldEndAJobWhileEveryWorkerIsDown() {
        // given
        String job = api.process(longReceipt());
        api.awaitStep(job, "OCR");
        List<Service> workers = List.of(Service.OCR, Service.ANALYSIS, Service.PERSISTENCE);
        List<ProcessHandle> processes = workers.stream().map(this::running).toList();
        processes.forEach(Signal.KILL::send);
        await().atMost(SharedParagon.PATIENCE).until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));

        // when
        api.cancel(job);

        // then: by the workers that the supervisor starts
        assertRevoked(job);
    }

    @Test
    void shouldEndAJobOnceThatIsCancelledTwice() {
        // given
        String job = api.process(longReceipt());

        // when
        api.cancel(job);
        api.cancel(job);
        assertRevoked(job);

        // then also long after its end
        JsonNode again = api.cancel(job);
        assertThat(again.at("/data/status").asText()).isEqualTo("REVOKED");
        assertRevoked(job);
    }

    @Test
    void shouldLeaveAFinishedJobAsItIs() {
        // given
        String job = api.process(shortReceipt());
        assertThat(api.awaitEnd(job).path("status").asText()).isEqualTo("SUCCESS");

        // when
        JsonNode answer = api.cancel(job);

        // then
        assertThat(answer.at("/data/status").asText()).isEqualTo("SUCCESS");
        assertThat(api.status(job).path("status").asText()).isEqualTo("SUCCESS");
        assertThat(receipts(job)).isEqualTo(1);
    }

    @Test
    void shouldSaveOrRevokeAJobThatIsCancelledWhileItIsSaved() {
        // given
        List<String> jobs = IntStream.range(0, RACES)
                .mapToObj(i -> api.process(shortReceipt()))
                .toList();

        // when
        jobs.forEach(job -> {
            api.awaitStepOrEnd(job, "Saving");
            api.cancel(job);
        });

        // then
        jobs.forEach(job -> {
            String end = api.awaitEnd(job).path("status").asText();
            assertThat(end).isIn("SUCCESS", "REVOKED");
            if (end.equals("REVOKED")) {
                assertRevoked(job);
            } else {
                assertThat(receipts(job)).isEqualTo(1);
            }
        });
    }

    private void assertRevoked(String job) {
        assertThat(api.awaitEnd(job).path("status").asText()).isEqualTo("REVOKED");
        await().atMost(SharedParagon.PATIENCE).until(() -> filesOf(job).isEmpty());
        assertThat(receipts(job)).isZero();
        assertThat(api.status(job).path("status").asText()).isEqualTo("REVOKED");
    }

    private int receipts(String job) {
        try (Stores stores = new Stores(paragon)) {
            return stores.rows("select 1 from receipt where job_id = ?", UUID.fromString(job))
                    .size();
        }
    }

    private List<Path> filesOf(String job) throws IOException {
        try (Stream<Path> files = Files.walk(paragon.files())) {
            return files.filter(path -> path.toString().contains(job)).toList();
        } catch (UncheckedIOException | NoSuchFileException e) {
            return List.of(paragon.files()); // something went away meanwhile: look again
        }
    }

    private ProcessHandle running(Service service) {
        return await(service.module())
                .atMost(SharedParagon.PATIENCE)
                .until(() -> paragon.process(service.module()), process -> process.isPresent())
                .orElseThrow();
    }

    private Path longReceipt() {
        return DrawnReceipts.writePicturePdf(folder.resolve("long.pdf"), 12);
    }

    private Path shortReceipt() {
        return DrawnReceipts.writeTextPdf(folder.resolve("short.pdf"), 1);
    }
}
