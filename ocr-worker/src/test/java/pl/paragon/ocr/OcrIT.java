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
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
import pl.paragon.testsupport.ReceiptsInRareFormats;
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
        RecognizedText text = text(broker.await(job, ReceiptTextRecognized.class));
        assertThat(text.engine()).isEqualTo("two-readers");
        assertThat(text.pages().getFirst().lines().stream().map(TextLine::text).collect(Collectors.joining(" ")))
                .contains("26,77");
        assertThat(broker.await(job, StepStarted.class).step().stage()).isEqualTo(Stage.OCR);
    }

    @ParameterizedTest
    @EnumSource(ReceiptsInRareFormats.class)
    void shouldReadWhatTelephonesAndScannersMake(ReceiptsInRareFormats receipt) throws IOException {
        // when
        submit(receipt.writeInto(folder), "application/octet-stream");

        // then
        RecognizedText text = text(broker.await(job, ReceiptTextRecognized.class));
        List<String> lines = text.pages().stream()
                .flatMap(page -> page.lines().stream())
                .map(TextLine::text)
                .toList();
        assertThat(String.join(" ", lines)).contains("123-456-32-18", "2026-03-14", "15,98", "SUMA PLN", "26,77");
        assertThat(text.pages()).hasSize(receipt == ReceiptsInRareFormats.TIFF_OF_TWO_PAGES ? 2 : 1);
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

    private RecognizedText text(ReceiptTextRecognized recognized) throws IOException {
        try (InputStream content = store.open(recognized.text())) {
            return Json.read(content, RecognizedText.class);
        }
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
