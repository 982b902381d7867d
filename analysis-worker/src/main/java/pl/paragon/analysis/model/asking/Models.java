package pl.paragon.analysis.model.asking;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import io.quarkus.arc.All;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Supplier;

/**
 * Gives {@link RowSorter} its model. The extension injects a model where one of its providers was built in; ours is
 * chosen at run time and created on first use: if the engine is the grammar, nothing is made.
 */
@Singleton
public class Models implements Supplier<ChatModel> {

    @Override
    public ChatModel get() {
        return CDI.current().select(ConfiguredModel.class).get();
    }

    @Produces
    @Singleton
    @Unremovable
    ConfiguredModel model(ModelConfig config, @All List<ChatModelListener> listeners) {
        return new ConfiguredModel(config, listeners);
    }
}
