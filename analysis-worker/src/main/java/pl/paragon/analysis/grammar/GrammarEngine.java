package pl.paragon.analysis.grammar;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import pl.paragon.analysis.category.CategoryClassifier;
import pl.paragon.analysis.draft.Draft;
import pl.paragon.analysis.engine.AnalysisEngine;
import pl.paragon.analysis.engine.Checkpoint;
import pl.paragon.analysis.engine.TextLimits;
import pl.paragon.analysis.engine.TextTooLongException;
import pl.paragon.analysis.grammar.abroad.InternationalGrammar;
import pl.paragon.analysis.grammar.division.Divider;
import pl.paragon.analysis.grammar.division.Part;
import pl.paragon.analysis.grammar.head.NipFinder;
import pl.paragon.analysis.proof.Proved;
import pl.paragon.analysis.proof.Reconciler;
import pl.paragon.analysis.result.ResultWriter;
import pl.paragon.analysis.rows.Printout;
import pl.paragon.analysis.rows.RowAssembler;
import pl.paragon.analysis.spelling.LetterModel;
import pl.paragon.analysis.spelling.Spelling;
import pl.paragon.analysis.store.StoreDirectory;
import pl.paragon.contracts.text.RecognizedText;
import pl.paragon.runtime.trace.JobSpan;

/** The default engine: deterministic, embedded, some milliseconds a receipt. */
public final class GrammarEngine implements AnalysisEngine {

    /** What it is called in the configuration and in results. */
    public static final String NAME = "grammar";

    private final Reconciler reconciler = new Reconciler();
    private final ResultWriter writer;
    private final PolishGrammar polish;
    private final InternationalGrammar international;
    private final Divider divider;

    /** @param clock what no receipt's date can be after */
    public GrammarEngine(Clock clock) {
        StoreDirectory stores = new StoreDirectory();
        this.writer = new ResultWriter(stores, new CategoryClassifier());
        this.polish = new PolishGrammar(clock, stores, Spelling.by(LetterModel.packed()));
        this.international = new InternationalGrammar(clock);
        this.divider = new Divider(clock, new NipFinder(stores), PolishGrammar::votes);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Analyzed analyze(RecognizedText text, Instant deadline, Checkpoint checkpoint) {
        return read(text, checkpoint).told();
    }

    /**
     * Reads each receipt of a file for itself.
     *
     * @throws TextTooLongException if the text is longer than any receipt
     */
    public ReadFile read(RecognizedText text, Checkpoint checkpoint) {
        TextLimits.check(text);
        try (JobSpan span = JobSpan.part(NAME)) {
            return ReadFile.of(
                    divider.divide(text, checkpoint).stream()
                            .map(part -> new ReadFile.Print(part, readOne(part, checkpoint)))
                            .toList(),
                    writer);
        }
    }

    /**
     * The best of all ways to understand a receipt: with its rows as they stand, without its seams, or of one of its
     * papers alone.
     */
    private Proved readOne(Part part, Checkpoint checkpoint) {
        RowAssembler assembler = new RowAssembler(checkpoint);
        Proved best = best(part.printout(), checkpoint);
        for (Printout joined :
                assembler.withoutSeams(part.printout(), part.text()).stream().toList()) {
            Proved proved = best(joined, checkpoint);
            best = proved.proof().goodness() >= best.proof().goodness() ? proved : best;
        }
        for (Printout paper : assembler.papers(part.text())) {
            Proved proved = best(paper, checkpoint);
            best = standsAlone(proved, best) ? proved : best;
        }
        return best;
    }

    /**
     * Whether the print of one paper is a whole receipt: it proves itself, and the picture with all its papers proves
     * no more lines.
     */
    private static boolean standsAlone(Proved paper, Proved all) {
        return paper.isProved()
                && (!all.isProved()
                        || paper.proof().lines().size() >= all.proof().lines().size());
    }

    private Proved best(Printout printout, Checkpoint checkpoint) {
        List<Draft> drafts =
                polish.speaks(printout) ? polish.read(printout, checkpoint) : international.read(printout, checkpoint);
        try (JobSpan span = JobSpan.part("prove").with("paragon.drafts", drafts.size())) {
            return best(printout, drafts, checkpoint);
        }
    }

    private Proved best(Printout printout, List<Draft> drafts, Checkpoint checkpoint) {
        Proved best = null;
        for (Draft draft : drafts) {
            Proved proved = new Proved(printout, draft, reconciler.reconcile(draft, checkpoint));
            if (best == null || proved.proof().goodness() > best.proof().goodness()) {
                best = proved;
            }
        }
        return best;
    }
}
