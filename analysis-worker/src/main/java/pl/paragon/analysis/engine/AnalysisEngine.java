package pl.paragon.analysis.engine;

import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.text.RecognizedText;

/**
 * Makes a structured receipt of recognised text. Safe for use by several threads at a time; the same text gives the same result.
 */
public interface AnalysisEngine {

    /** The name in the configuration: {@code grammar}, {@code llm} or {@code hybrid}. */
    String name();

    /** Whatever stands in the text gives a result, if only an empty one in doubt; whether it is a receipt at all is not asked here. */
    Analyzed analyze(RecognizedText text);

    /**
     * @param text what was read, a printed row a line; the checks of the receipt count its lines from 1
     */
    record Analyzed(ReceiptAnalysis receipt, String text) {}
}
