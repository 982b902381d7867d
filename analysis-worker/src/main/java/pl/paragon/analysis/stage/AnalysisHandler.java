package pl.paragon.analysis.stage;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import pl.paragon.analysis.engine.AnalysisEngine;
import pl.paragon.analysis.engine.AnalysisEngine.Analyzed;
import pl.paragon.analysis.engine.TextTooLongException;
import pl.paragon.analysis.picture.PictureFaults;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.event.JobEvent;
import pl.paragon.contracts.event.ReceiptAnalyzed;
import pl.paragon.contracts.event.ReceiptTextRecognized;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.Step;
import pl.paragon.contracts.receipt.AnalyzedReceipt;
import pl.paragon.contracts.receipt.Recognition;
import pl.paragon.contracts.receipt.Verification.Verdict;
import pl.paragon.contracts.text.RecognizedText;
import pl.paragon.runtime.files.DamagedFileException;
import pl.paragon.runtime.files.Documents;
import pl.paragon.runtime.files.ReceiptFileStore;
import pl.paragon.runtime.metrics.Metric;
import pl.paragon.worker.stage.StageContext;
import pl.paragon.worker.stage.StageException;
import pl.paragon.worker.stage.StageHandler;

/**
 * The analysis stage's work: a text in, a receipt out, both by claim check. A model may answer differently each time,
 * so a job has one analysis: an earlier delivery's or the client's own, if it is in the store, and of two at the same
 * time the one stored first.
 */
final class AnalysisHandler implements StageHandler<ReceiptTextRecognized> {

    static final String ANALYSIS = AnalyzedReceipt.DOCUMENT;

    private final Documents documents;
    private final AnalysisEngine engine;
    private final ReceiptGate gate;
    private final Clock clock;
    private final Map<Verdict, Counter> verdicts = new EnumMap<>(Verdict.class);

    AnalysisHandler(
            ReceiptFileStore store, AnalysisEngine engine, ReceiptGate gate, Clock clock, MeterRegistry meters) {
        this.documents = new Documents(store);
        this.engine = engine;
        this.gate = gate;
        this.clock = clock;
        for (Verdict verdict : Verdict.values()) {
            verdicts.put(
                    verdict,
                    Metric.ANALYSIS_VERDICTS.counter(meters, verdict.name().toLowerCase(Locale.ROOT)));
        }
    }

    @Override
    public JobEvent handle(ReceiptTextRecognized recognized, StageContext context) {
        context.step(Step.AI_ANALYSIS);
        try {
            Optional<FileReference> earlier = documents.find(recognized.jobId(), ANALYSIS);
            FileReference analysis = earlier.isPresent() ? earlier.get() : analyze(recognized, context);
            return new ReceiptAnalyzed(
                    recognized.jobId(), clock.instant(), recognized.submission(), recognized.workStartedAt(), analysis);
        } catch (NoSuchFileException | DamagedFileException e) {
            throw new StageException(ErrorCode.FILE_MISSING, e);
        } catch (IOException e) {
            throw new StageException(ErrorCode.STORE_UNAVAILABLE, e);
        }
    }

    private FileReference analyze(ReceiptTextRecognized recognized, StageContext context) throws IOException {
        RecognizedText text = documents.read(recognized.text(), RecognizedText.class);
        Analyzed analyzed = analyze(text, context);
        // Also a checkpoint: what an interrupted engine returned must not become the job's analysis.
        context.step(Step.DATA_VALIDATION);
        gate.check(text, analyzed);
        AnalyzedReceipt receipt = new AnalyzedReceipt(
                analyzed.text(),
                new Recognition(text.engine(), confidence(text), ReceiptGate.hasReceiptKeywords(analyzed.text())),
                PictureFaults.advise(text, analyzed.receipt()));
        FileReference kept = documents.keep(recognized.jobId(), ANALYSIS, receipt);
        verdicts.get(receipt.analysis().verification().verdict()).increment();
        return kept;
    }

    private Analyzed analyze(RecognizedText text, StageContext context) {
        try {
            return engine.analyze(text, context.deadline(), context::checkpoint);
        } catch (TextTooLongException e) {
            throw new StageException(ErrorCode.TEXT_TOO_LONG, Map.of("limit", e.getMessage()));
        }
    }

    private static Double confidence(RecognizedText text) {
        OptionalDouble mean = text.confidence();
        return mean.isPresent() ? (Double) (Math.round(mean.getAsDouble() * 1000) / 1000.0) : null;
    }
}
