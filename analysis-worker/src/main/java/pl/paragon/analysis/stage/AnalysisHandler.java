package pl.paragon.analysis.stage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.util.Map;
import java.util.OptionalDouble;
import pl.paragon.analysis.engine.AnalysisEngine;
import pl.paragon.analysis.engine.AnalysisEngine.Analyzed;
import pl.paragon.analysis.engine.TextTooLongException;
import pl.paragon.analysis.picture.PictureFaults;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.event.JobEvent;
import pl.paragon.contracts.event.ReceiptAnalyzed;
import pl.paragon.contracts.event.ReceiptAnalyzed.Reading;
import pl.paragon.contracts.event.ReceiptTextRecognized;
import pl.paragon.contracts.job.Step;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.text.RecognizedText;
import pl.paragon.runtime.files.ReceiptFileStore;
import pl.paragon.worker.stage.StageContext;
import pl.paragon.worker.stage.StageException;
import pl.paragon.worker.stage.StageHandler;

/** The analysis stage's work. It keeps nothing so a second delivery gives the same fact, as far as its engine is deterministic; the arbiter takes the first. */
final class AnalysisHandler implements StageHandler<ReceiptTextRecognized> {

    private final ReceiptFileStore store;
    private final AnalysisEngine engine;
    private final ReceiptGate gate;
    private final Clock clock;

    AnalysisHandler(ReceiptFileStore store, AnalysisEngine engine, ReceiptGate gate, Clock clock) {
        this.store = store;
        this.engine = engine;
        this.gate = gate;
        this.clock = clock;
    }

    @Override
    public JobEvent handle(ReceiptTextRecognized recognized, StageContext context) {
        context.step(Step.AI_ANALYSIS);
        RecognizedText text = fetch(recognized);
        Analyzed analyzed = analyze(text, context);
        context.step(Step.DATA_VALIDATION);
        gate.check(text, analyzed);
        OptionalDouble confidence = text.confidence();
        return new ReceiptAnalyzed(
                recognized.jobId(),
                clock.instant(),
                recognized.submission(),
                recognized.workStartedAt(),
                analyzed.text(),
                new Reading(
                        text.engine(),
                        confidence.isPresent() ? (Double) rounded(confidence.getAsDouble()) : null,
                        ReceiptGate.hasReceiptKeywords(analyzed.text())),
                PictureFaults.advise(text, analyzed.receipt()));
    }

    private Analyzed analyze(RecognizedText text, StageContext context) {
        try {
            return engine.analyze(text, context.deadline(), context::checkpoint);
        } catch (TextTooLongException e) {
            throw new StageException(ErrorCode.TEXT_TOO_LONG, Map.of("limit", e.getMessage()));
        }
    }

    private RecognizedText fetch(ReceiptTextRecognized recognized) {
        try (InputStream json = store.open(recognized.text())) {
            return Json.read(json, RecognizedText.class);
        } catch (NoSuchFileException e) {
            throw new StageException(ErrorCode.FILE_MISSING, e);
        } catch (IOException e) {
            throw new StageException(ErrorCode.STORE_UNAVAILABLE, e);
        }
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
