package pl.paragon.analysis.empty;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pl.paragon.analysis.engine.AnalysisEngine;
import pl.paragon.analysis.engine.Checkpoint;
import pl.paragon.analysis.engine.TextLimits;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.receipt.ReceiptsInFile;
import pl.paragon.contracts.receipt.Store;
import pl.paragon.contracts.receipt.Verification;
import pl.paragon.contracts.receipt.Verification.Verdict;
import pl.paragon.contracts.text.RecognizedText;
import pl.paragon.contracts.text.TextLine;

/** Takes nothing from the text: every receipt is in doubt and says why. */
public final class EmptyEngine implements AnalysisEngine {

    /** What it is called in the configuration and in results. */
    public static final String NAME = "empty";

    private static final Verification NOTHING_PROVED = new Verification(
            Verdict.IN_DOUBT,
            List.of(),
            List.of("Ten paragon nie był analizowany: paragon.analysis.engine=empty służy tylko do pomiarów."));

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Analyzed analyze(RecognizedText text, Instant deadline, Checkpoint checkpoint) {
        TextLimits.check(text);
        String print = text.pages().stream()
                .flatMap(page -> page.lines().stream())
                .map(TextLine::text)
                .collect(Collectors.joining("\n"));
        return new Analyzed(empty(), print);
    }

    private static ReceiptAnalysis empty() {
        return new ReceiptAnalysis(
                Store.UNKNOWN,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                NOTHING_PROVED,
                Map.of(),
                NAME,
                ReceiptsInFile.ONE);
    }
}
