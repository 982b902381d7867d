package pl.paragon.analysis.stage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How receipts are understood. */
@ConfigMapping(prefix = "paragon.analysis")
public interface AnalysisConfig {

    /** Who makes a draft of a text. */
    @WithDefault("grammar")
    Engine engine();

    /** Fewer characters than this are no receipt. */
    @WithDefault("10")
    int fewestCharacters();

    /** Who makes a draft of a text. */
    enum Engine {
        /** Rules over positioned rows: deterministic, embedded, milliseconds. */
        GRAMMAR,
        /** A language model for every receipt; the grammar's result stands unless the model's is better. */
        LLM,
        /** The grammar; a language model for those receipts that it cannot prove. */
        HYBRID,
        /** Nobody: every receipt is empty and in doubt. It measures the pipeline around analysis. */
        EMPTY
    }
}
