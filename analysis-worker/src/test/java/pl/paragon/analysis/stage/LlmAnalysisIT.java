package pl.paragon.analysis.stage;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import pl.paragon.testsupport.broker.RealBroker;

/** The worker with the engine {@code llm}, as it is chosen at run time. */
@QuarkusTest
@WithTestResource(RealBroker.class)
@WithTestResource(
        value = RealModelServer.class,
        initArgs = {@ResourceArg(name = "engine", value = "llm"), @ResourceArg(name = "provider", value = "ollama")})
class LlmAnalysisIT extends AnalysisBesideAModel {

    @Override
    long questions() {
        return 2;
    }
}
