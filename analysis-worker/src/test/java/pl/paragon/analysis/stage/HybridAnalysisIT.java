package pl.paragon.analysis.stage;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import pl.paragon.testsupport.broker.RealBroker;

/** The worker with the engine {@code hybrid}, as it is chosen at run time. */
@QuarkusTest
@WithTestResource(RealBroker.class)
@WithTestResource(
        value = RealModelServer.class,
        initArgs = {@ResourceArg(name = "engine", value = "hybrid"), @ResourceArg(name = "provider", value = "openai")})
class HybridAnalysisIT extends AnalysisBesideAModel {

    @Override
    long questions() {
        return 1;
    }
}
