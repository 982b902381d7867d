package pl.paragon.analysis.engine;

import java.time.Instant;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.text.RecognizedText;

/**
 * Makes a structured receipt of recognised text. Safe for use by several threads at a time.
 */
public interface AnalysisEngine {

    /** The name in the configuration: {@code grammar}, {@code llm} or {@code hybrid}. */
    String name();

    /**
     * Whatever stands in the text gives a result, if only an empty one in doubt; whether it is a receipt at all is not asked here. An engine that asks others comes back early
     * when its thread is interrupted, with what it knows without them and the thread's interrupt status set.
     *
     * @param deadline when a result is of no more use
     */
    Analyzed analyze(RecognizedText text, Instant deadline);

    /** As {@link #analyze(RecognizedText, Instant)}, with all the time in the world. */
    default Analyzed analyze(RecognizedText text) {
        return analyze(text, Instant.MAX);
    }

    /**
     * @param text what was read, a printed row a line; the checks of the receipt count its lines from 1
     */
    record Analyzed(ReceiptAnalysis receipt, String text) {}
}
