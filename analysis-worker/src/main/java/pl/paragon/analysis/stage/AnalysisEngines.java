package pl.paragon.analysis.stage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import pl.paragon.analysis.engine.AnalysisEngine;
import pl.paragon.analysis.grammar.GrammarEngine;

/** Makes the configured engine. */
@ApplicationScoped
class AnalysisEngines {

    @Produces
    @Singleton
    AnalysisEngine engine(AnalysisConfig config, Clock clock) {
        return switch (config.engine()) {
            case GRAMMAR -> new GrammarEngine(clock);
        };
    }
}
