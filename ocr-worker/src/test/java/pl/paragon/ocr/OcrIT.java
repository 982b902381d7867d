package pl.paragon.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.ReceiptTextRecognized;
import pl.paragon.contracts.event.StageFailed;
import pl.paragon.contracts.event.StepStarted;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.text.RecognizedText;
import pl.paragon.contracts.text.TextLine;
import pl.paragon.runtime.files.ReceiptFileStore;
import pl.paragon.testsupport.DrawnReceipts;
import pl.paragon.testsupport.broker.Broker;
import pl.paragon.testsupport.broker.RealBroker;

@QuarkusTest
@WithTestResource(RealBroker.class)
@WithTestResource(NativesOfTheService.class)
class OcrIT {

    @Inject
    ReceiptFileStore store;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @TempDir
    Path folder;

    private final JobId job = JobId.random();
    private Broker broker;

    @BeforeEach
    void connect() {
        broker = new Broker(bootstrapServers);
    }

    @AfterEach
    void disconnect() {
        broker.close();
    }

    @Test
    void shouldTurnAPictureIntoAText() throws IOException {
        // when
        submit(DrawnReceipts.write(DrawnReceipts.picture(), folder.resolve("receipt.jpg")), "image/jpeg");

        // then
        ReceiptTextRecognized recognized = broker.await(job, ReceiptTextRecognized.class);
        RecognizedText text;
        try (InputStream content = store.open(recognized.text())) {
            text = Json.read(content, RecognizedText.class);
        }
        assertThat(text.engine()).isEqualTo("two-readers");
        assertThat(text.pages().getFirst().lines().stream().map(TextLine::text).collect(Collectors.joining(" ")))
                .contains("26,77");
        assertThat(broker.await(job, StepStarted.class).step().stage()).isEqualTo(Stage.OCR);
    }

    @Test
    void shouldGiveUpAtOnceAPdfThatNobodyCanOpen() throws IOException {
        // when
        submit(DrawnReceipts.writeEncryptedPdf(folder.resolve("locked.pdf")), "application/pdf");

        // then
        StageFailed failed = broker.await(job, StageFailed.class);
        assertThat(failed.stage()).isEqualTo(Stage.OCR);
        assertThat(failed.error().code()).isEqualTo(ErrorCode.PDF_ENCRYPTED);
        assertThat(failed.attempts()).isEqualTo(1);
    }

    private void submit(Path file, String mediaType) throws IOException {
        FileReference upload;
        try (InputStream content = Files.newInputStream(file)) {
            upload = store.put(job, "upload", mediaType, content);
        }
        Instant now = Instant.now();
        Submission submission = new Submission(file.getFileName().toString(), upload, null, Submission.ANONYMOUS, now);
        broker.publish(new ReceiptSubmitted(job, now, submission));
    }
}
