package pl.paragon.analysis.model;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.service.AiServices;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Nested;
import pl.paragon.analysis.model.asking.RowSorter;
import pl.paragon.testsupport.broker.RealBroker;

/** The AI service as quarkus-langchain4j makes it, held to all that is said of the engines beside a model. */
@QuarkusTest
@WithTestResource(RealBroker.class)
class RowSorterIT {

    @Nested
    class OfTheEngine extends ModelEngineTest {
        @Override
        RowSorter sorter(ChatModel model) {
            return aiService(model);
        }
    }

    @Nested
    class OfAModelThatLies extends LyingModelTest {
        @Override
        RowSorter sorter(ChatModel model) {
            return aiService(model);
        }
    }

    @Nested
    class OfAModelThatIsSilent extends SilentModelTest {
        @Override
        RowSorter sorter(ChatModel model) {
            return aiService(model);
        }
    }

    private static RowSorter aiService(ChatModel model) {
        return AiServices.builder(RowSorter.class).chatModel(model).build();
    }
}
