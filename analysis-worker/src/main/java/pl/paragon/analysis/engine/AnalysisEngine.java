package pl.paragon.analysis.engine;

import java.time.Instant;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.text.RecognizedText;

/**
 * Turns recognised text into a structured receipt. Safe for use by several threads at a time.
 */
public interface AnalysisEngine {

    /** The name in the configuration: {@code grammar}, {@code llm}, {@code hybrid} or {@code empty}. */
    String name();

    /**
     * Any text gives a result, if only an empty one in doubt; whether it is a receipt at all is not decided here.
     * An engine that asks others returns early if its thread is interrupted, with what it knows without them and the
     * thread's interrupt status set.
     *
     * @param deadline when a result is of no more use
     * @param checkpoint passed in every loop whose length depends on the text; what it throws ends the analysis
     * @throws TextTooLongException if the text is longer than any receipt
     */
    Analyzed analyze(RecognizedText text, Instant deadline, Checkpoint checkpoint);

    /** The same without a deadline, for work that nobody stops. */
    default Analyzed analyze(RecognizedText text) {
        return analyze(text, Instant.MAX, Checkpoint.NONE);
    }

    /**
     * @param text what was read, one printed row per line; the receipt's checks count its lines from 1
     */
    record Analyzed(ReceiptAnalysis receipt, String text) {}
}
