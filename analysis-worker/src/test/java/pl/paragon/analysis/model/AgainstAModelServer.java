package pl.paragon.analysis.model;

import dev.langchain4j.model.chat.ChatModel;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import pl.paragon.analysis.grammar.GrammarEngine;
import pl.paragon.analysis.model.ModelEngine.Asks;
import pl.paragon.analysis.model.asking.ConfiguredModel;
import pl.paragon.analysis.model.asking.ModelConfig;
import pl.paragon.analysis.model.asking.ModelConfig.Provider;
import pl.paragon.analysis.model.asking.RowSorter;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.text.RecognizedText;

/** A specification of both engines against a server that answers over HTTP, at first rightly. */
abstract class AgainstAModelServer {

    final GrammarEngine grammar = new GrammarEngine(ModelFixtures.CLOCK);
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final ModelServer server = ModelServer.that(ModelServer.says(ModelFixtures.right()));

    @AfterEach
    void close() {
        server.close();
    }

    final ModelEngine engine(Asks asks, Provider provider, String... settings) {
        URI url = provider == Provider.OLLAMA ? server.ollamaUrl() : server.openAiUrl();
        String[] all = Arrays.copyOf(settings, settings.length + 1);
        all[settings.length] = "provider=" + provider.name().toLowerCase(Locale.ROOT);
        return engine(asks, ModelFixtures.config(url, all));
    }

    final ModelEngine engineAt(URI url, String... settings) {
        return engine(Asks.ALWAYS, ModelFixtures.config(url, settings));
    }

    private ModelEngine engine(Asks asks, ModelConfig config) {
        RowSorter sorter = sorter(new ConfiguredModel(config, List.of()));
        return new ModelEngine(asks, grammar, config, sorter, ModelFixtures.CLOCK, meters);
    }

    /** Who asks; here without a framework. */
    RowSorter sorter(ChatModel model) {
        return new PlainRowSorter(model);
    }

    final ReceiptAnalysis grammarOf(RecognizedText text) {
        return grammar.analyze(text).receipt();
    }

    final double circuitOpen() {
        return meters.get("paragon.analysis.model.circuit.open").gauge().value();
    }

    final long calls(String outcome) {
        return meters.find("paragon.analysis.model.call").tag("outcome", outcome).timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }
}
