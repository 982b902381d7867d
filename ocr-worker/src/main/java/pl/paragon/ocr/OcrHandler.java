package pl.paragon.ocr;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Optional;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.error.JobError;
import pl.paragon.contracts.event.JobEvent;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.ReceiptTextRecognized;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.Step;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.text.RecognizedText;
import pl.paragon.ocr.file.FileText;
import pl.paragon.ocr.file.ReceiptFileReader;
import pl.paragon.runtime.files.ReceiptFileStore;
import pl.paragon.worker.stage.StageContext;
import pl.paragon.worker.stage.StageException;
import pl.paragon.worker.stage.StageHandler;

/**
 * The OCR stage's work: a file in, its text out, by claim check both times. A text that is in the store already was
 * read by an earlier delivery of the same event, or came from the client, and is not read again.
 */
final class OcrHandler implements StageHandler<ReceiptSubmitted> {

    static final String TEXT = RecognizedText.DOCUMENT;
    private static final String JSON = "application/json";

    private final ReceiptFileStore store;
    private final ReceiptFileReader files;
    private final QualityGate gate;
    private final Path workspace;
    private final Clock clock;

    /** @param workspace where uploads lie while they are read */
    OcrHandler(ReceiptFileStore store, ReceiptFileReader files, QualityGate gate, Path workspace, Clock clock) {
        this.store = store;
        this.files = files;
        this.gate = gate;
        this.workspace = workspace;
        this.clock = clock;
    }

    @Override
    public JobEvent handle(ReceiptSubmitted receipt, StageContext context) throws InterruptedException {
        context.step(Step.INITIALIZING);
        try {
            Optional<FileReference> before = store.find(receipt.jobId(), TEXT, JSON);
            FileReference text = before.isPresent() ? before.get() : read(receipt, context);
            return new ReceiptTextRecognized(
                    receipt.jobId(), clock.instant(), receipt.submission(), context.workStartedAt(), text);
        } catch (NoSuchFileException e) {
            throw new StageException(JobError.of(ErrorCode.FILE_MISSING), e);
        } catch (IOException e) {
            throw new StageException(JobError.of(ErrorCode.STORE_UNAVAILABLE), e);
        }
    }

    private FileReference read(ReceiptSubmitted receipt, StageContext context)
            throws IOException, InterruptedException {
        FileReference submitted = receipt.submission().file();
        Path file = Files.createTempFile(workspace, "upload-", ".tmp");
        try {
            fetch(submitted, file);
            context.step(Step.FILE_VALIDATION);
            ReceiptFileReader.Checked checked = files.validate(file, submitted.mediaType());
            context.step(Step.OCR);
            FileText read = files.read(checked, context::checkpoint);
            context.step(Step.OCR_QUALITY_CHECK);
            RecognizedText text = new RecognizedText(files.engine(read.pages()), read.pages());
            gate.check(text, read.fault());
            return store.putIfAbsent(receipt.jobId(), TEXT, JSON, new ByteArrayInputStream(Json.write(text)));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void fetch(FileReference submitted, Path file) throws IOException {
        try (InputStream content = store.open(submitted)) {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
