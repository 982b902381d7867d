package pl.paragon.analysis.stage;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jboss.logging.Logger;
import pl.paragon.analysis.empty.EmptyEngine;
import pl.paragon.analysis.engine.AnalysisEngine;
import pl.paragon.analysis.grammar.GrammarEngine;
import pl.paragon.analysis.model.ModelEngine;
import pl.paragon.analysis.model.ModelEngine.Asks;
import pl.paragon.analysis.model.asking.ModelConfig;
import pl.paragon.analysis.model.asking.RowSorter;

/** Makes the configured engine. */
@ApplicationScoped
class AnalysisEngines {

    private static final Logger LOG = Logger.getLogger(AnalysisEngines.class);

    @Produces
    @Singleton
    AnalysisEngine engine(
            AnalysisConfig config, ModelConfig model, Instance<RowSorter> sorter, Clock clock, MeterRegistry meters) {
        GrammarEngine grammar = new GrammarEngine(clock);
        return switch (config.engine()) {
            case GRAMMAR -> grammar;
            case LLM -> new ModelEngine(Asks.ALWAYS, grammar, model, sorter.get(), clock, meters);
            case HYBRID -> new ModelEngine(Asks.WHERE_NOT_PROVED, grammar, model, sorter.get(), clock, meters);
            case EMPTY -> empty();
        };
    }

    private static AnalysisEngine empty() {
        LOG.warn("paragon.analysis.engine=empty understands no text: every receipt is empty and in doubt. "
                + "It is for measuring the pipeline; unset it to analyse receipts.");
        return new EmptyEngine();
    }
}
