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
import pl.paragon.contracts.receipt.Verification.Verdict;
import pl.paragon.contracts.text.RecognizedText;

/** The default engine: deterministic, embedded, some milliseconds a receipt. */
public final class GrammarEngine implements AnalysisEngine {

    private final RowAssembler assembler = new RowAssembler();
    private final Reconciler reconciler = new Reconciler();
    private final ResultWriter writer;
    private final PolishGrammar polish;
    private final InternationalGrammar international;

    private record Proved(Printout printout, Draft draft, Proof proof) {

        /** Whether the print of one paper is a whole receipt: it proves itself, and the picture with all its papers proves no more lines. */
        boolean standsAlone(Proved all) {
            return isProved()
                    && (!all.isProved()
                            || proof.lines().size() >= all.proof.lines().size());
        }

        private boolean isProved() {
            return proof.verification().verdict() == Verdict.PROVED;
        }
    }

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
        Proved best = best(printout);
        for (Printout joined : assembler.withoutSeams(printout, text).stream().toList()) {
            Proved proved = best(joined);
            best = proved.proof.goodness() >= best.proof.goodness() ? proved : best;
        }
        for (Printout paper : assembler.papers(text)) {
            Proved proved = best(paper);
            best = proved.standsAlone(best) ? proved : best;
        }
        return new Analyzed(writer.write(best.draft, best.proof, best.printout), best.printout.text());
    }

    private Proved best(Printout printout) {
        List<Draft> drafts = polish.speaks(printout) ? polish.read(printout) : international.read(printout);
        Proved best = null;
        for (Draft draft : drafts) {
            Proved proved = new Proved(printout, draft, reconciler.reconcile(draft));
            if (best == null || proved.proof.goodness() > best.proof.goodness()) {
                best = proved;
            }
        }
        return best;
    }
}
