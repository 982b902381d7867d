package pl.paragon.analysis.model;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import pl.paragon.analysis.engine.AnalysisEngine;
import pl.paragon.analysis.engine.Checkpoint;
import pl.paragon.analysis.grammar.GrammarEngine;
import pl.paragon.analysis.grammar.ReadFile;
import pl.paragon.analysis.model.answer.Answer;
import pl.paragon.analysis.model.asking.ModelConfig;
import pl.paragon.analysis.model.asking.ReceiptModel;
import pl.paragon.analysis.model.asking.RowSorter;
import pl.paragon.analysis.model.grounding.Grounded;
import pl.paragon.analysis.model.grounding.Grounded.Rejected;
import pl.paragon.analysis.model.grounding.Grounding;
import pl.paragon.analysis.proof.Proof;
import pl.paragon.analysis.proof.Proved;
import pl.paragon.analysis.proof.Reconciler;
import pl.paragon.contracts.receipt.Verification;
import pl.paragon.contracts.text.RecognizedText;
import pl.paragon.runtime.trace.JobSpan;

/**
 * The grammar, and a language model beside it: for every receipt ({@code llm}) or for those that the grammar could not
 * prove ({@code hybrid}). The grammar's result stands unless the model's is {@linkplain Preference better}, so whatever
 * a model does, a job is not worse for it.
 */
public final class ModelEngine implements AnalysisEngine {

    private static final Logger LOG = Logger.getLogger(ModelEngine.class);

    /** What results are called that are a model's. */
    private static final String MODEL = "llm";

    /** Which receipts the model is asked about. */
    public enum Asks {
        ALWAYS,
        WHERE_NOT_PROVED
    }

    private final Asks asks;
    private final GrammarEngine grammar;
    private final ReceiptModel model;
    private final ResultMetrics metrics;
    private final Reconciler reconciler = new Reconciler();

    public ModelEngine(
            Asks asks, GrammarEngine grammar, ModelConfig config, RowSorter sorter, Clock clock, MeterRegistry meters) {
        this.asks = asks;
        this.grammar = grammar;
        this.metrics = new ResultMetrics(meters);
        this.model = new ReceiptModel(config, sorter, clock, meters);
    }

    @Override
    public String name() {
        return switch (asks) {
            case ALWAYS -> MODEL;
            case WHERE_NOT_PROVED -> "hybrid";
        };
    }

    @Override
    public Analyzed analyze(RecognizedText text, Instant deadline, Checkpoint checkpoint) {
        ReadFile file = grammar.read(text, checkpoint);
        Proved standing = file.standing();
        Optional<Proved> better = !file.isDoubtful() && isAsked(standing)
                ? suggestion(standing, deadline, checkpoint).filter(s -> Preference.isBetter(s, standing))
                : Optional.empty();
        metrics.stood(better.isPresent() ? MODEL : GrammarEngine.NAME);
        return better.map(reading -> file.told(reading, MODEL)).orElseGet(file::told);
    }

    private boolean isAsked(Proved standing) {
        return switch (asks) {
            case ALWAYS -> true;
            case WHERE_NOT_PROVED -> !standing.isProved();
        };
    }

    private Optional<Proved> suggestion(Proved standing, Instant deadline, Checkpoint checkpoint) {
        try (JobSpan span = JobSpan.part("model")) {
            return switch (model.ask(standing.printout(), deadline)) {
                case ReceiptModel.Reply.Silent silent -> Optional.empty();
                case ReceiptModel.Reply.Answered(var answer) -> understood(answer, standing, checkpoint);
            };
        }
    }

    /**
     * Last resort for the promise that a model harms no job: if its answer triggers a bug of ours, the job goes on
     * without it.
     */
    private Optional<Proved> understood(Answer answer, Proved standing, Checkpoint checkpoint) {
        try {
            Grounded grounded = Grounding.ground(answer, standing.printout(), standing.draft(), checkpoint);
            metrics.rejected(grounded.rejected());
            Proof proof = reconciler.reconcile(grounded.draft(), checkpoint);
            return Optional.of(new Proved(standing.printout(), grounded.draft(), warned(proof, grounded.rejected())));
        } catch (RuntimeException e) {
            checkpoint.pass(); // what stops the work comes this way, too, and is no fault of ours
            LOG.error("A model's answer could not be understood; the grammar's result stands", e);
            return Optional.empty();
        }
    }

    private static Proof warned(Proof proof, List<Rejected> rejected) {
        if (rejected.isEmpty()) {
            return proof;
        }
        LOG.warnf(
                "%d things that the model said do not stand in the text, e.g. %s",
                rejected.size(), rejected.getFirst());
        Verification said = proof.verification();
        List<String> warnings = new ArrayList<>(said.warnings());
        warnings.add("Odrzucono odpowiedzi modelu, których nie ma na paragonie: " + rejected.size() + ".");
        return new Proof(
                proof.lines(),
                proof.itemDiscounts(),
                proof.totals(),
                proof.amountDue(),
                proof.totalRepair(),
                new Verification(said.verdict(), said.checks(), warnings));
    }
}
