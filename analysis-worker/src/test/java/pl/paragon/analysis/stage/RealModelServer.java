package pl.paragon.analysis.stage;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import pl.paragon.analysis.model.ModelFixtures;
import pl.paragon.analysis.model.ModelServer;

/**
 * A server of models that answers rightly, and the configuration that finds it; arguments: the engine and the provider.
 */
public final class RealModelServer implements QuarkusTestResourceLifecycleManager {

    private ModelServer server;
    private Map<String, String> arguments;

    @Override
    public void init(Map<String, String> arguments) {
        this.arguments = arguments;
    }

    @Override
    public Map<String, String> start() {
        server = ModelServer.that(ModelServer.says(ModelFixtures.right()));
        boolean openAi = arguments.get("provider").equals("openai");
        return Map.of(
                "paragon.analysis.engine",
                arguments.get("engine"),
                "paragon.analysis.model.provider",
                arguments.get("provider"),
                "paragon.analysis.model.base-url",
                (openAi ? server.openAiUrl() : server.ollamaUrl()).toString(),
                "paragon.analysis.model.name",
                "fake",
                // Its answers are wanted, however slow the machine.
                "paragon.analysis.model.connect-timeout",
                "10m",
                "paragon.analysis.model.timeout",
                "10m");
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
    }
}
