package pl.paragon.analysis.grammar;

import java.time.Clock;
import pl.paragon.analysis.category.CategoryClassifier;
import pl.paragon.analysis.draft.Draft;
import pl.paragon.analysis.engine.AnalysisEngine;
import pl.paragon.analysis.proof.Proof;
import pl.paragon.analysis.proof.Reconciler;
import pl.paragon.analysis.result.ResultWriter;
import pl.paragon.analysis.rows.Printout;
import pl.paragon.analysis.rows.RowAssembler;
import pl.paragon.analysis.store.StoreDirectory;
import pl.paragon.contracts.text.RecognizedText;

/** The default engine: deterministic, embedded, some milliseconds a receipt. */
public final class GrammarEngine implements AnalysisEngine {

    private final RowAssembler assembler = new RowAssembler();
    private final Reconciler reconciler = new Reconciler();
    private final ResultWriter writer = new ResultWriter(new StoreDirectory(), new CategoryClassifier());
    private final PolishGrammar polish;

    /** @param clock what no receipt's date can be after */
    public GrammarEngine(Clock clock) {
        this.polish = new PolishGrammar(clock);
    }

    @Override
    public String name() {
        return "grammar";
    }

    @Override
    public Analyzed analyze(RecognizedText text) {
        Printout printout = assembler.assemble(text);
        Draft draft = polish.read(printout);
        Proof proof = reconciler.reconcile(draft);
        return new Analyzed(writer.write(draft, proof, printout), printout.text());
    }
}
