package pl.paragon.analysis.model;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.service.Result;
import pl.paragon.analysis.model.asking.RowSorter;

/**
 * Asks as the AI service does, without the framework that makes it; {@link RowSorterIT} holds the AI service itself to
 * the same specifications.
 */
record PlainRowSorter(ChatModel model) implements RowSorter {

    @Override
    public Result<String> sort(String rows) {
        ChatResponse response = model.chat(SystemMessage.from(ModelFixtures.instructions()), UserMessage.from(rows));
        return Result.<String>builder()
                .content(response.aiMessage().text())
                .finishReason(response.finishReason())
                .build();
    }
}
