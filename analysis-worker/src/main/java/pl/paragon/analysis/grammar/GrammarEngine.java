package pl.paragon.analysis.grammar;

import java.time.Clock;
import java.util.List;
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
    private final ResultWriter writer;
    private final PolishGrammar polish;
    private final InternationalGrammar international;

    private record Proved(Draft draft, Proof proof) {}

    /** @param clock what no receipt's date can be after */
    public GrammarEngine(Clock clock) {
        StoreDirectory stores = new StoreDirectory();
        this.writer = new ResultWriter(stores, new CategoryClassifier());
        this.polish = new PolishGrammar(clock, stores);
        this.international = new InternationalGrammar(clock);
    }

    @Override
    public String name() {
        return "grammar";
    }

    @Override
    public Analyzed analyze(RecognizedText text) {
        Printout printout = assembler.assemble(text);
        List<Draft> drafts = polish.speaks(printout) ? polish.read(printout) : international.read(printout);
        Proved best = null;
        for (Draft draft : drafts) {
            Proved proved = new Proved(draft, reconciler.reconcile(draft));
            if (best == null || proved.proof.goodness() > best.proof.goodness()) {
                best = proved;
            }
        }
        return new Analyzed(writer.write(best.draft, best.proof, printout), printout.text());
    }
}
