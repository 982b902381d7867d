package pl.paragon.analysis.model;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.util.Map;
import java.util.Set;
import pl.paragon.analysis.model.ModelConfig.AnswerForm;

/** Makes clients of the configured model: a new one for each question costs next to nothing, and its request is then its only one. */
final class ChatModels {

    /** OpenAI's protocol wants a key even where the server does not. */
    private static final String NO_KEY = "none";

    private ChatModels() {}

    static ChatModel of(ModelConfig config, HttpClientBuilder http) {
        return switch (config.provider()) {
            case OLLAMA -> ollama(config, http);
            case OPENAI -> openAi(config, http);
        };
    }

    private static ChatModel ollama(ModelConfig config, HttpClientBuilder http) {
        return OllamaChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(config.url().toString())
                .modelName(config.name())
                .customHeaders(config.apiKey()
                        .map(key -> Map.of("Authorization", "Bearer " + key))
                        .orElse(Map.of()))
                .temperature(config.temperature())
                .numPredict(config.longestAnswer())
                .numCtx(config.context())
                .supportedCapabilities(capabilities(config))
                .build();
    }

    private static ChatModel openAi(ModelConfig config, HttpClientBuilder http) {
        return OpenAiChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(config.url().toString())
                .apiKey(config.apiKey().orElse(NO_KEY))
                .modelName(config.name())
                .temperature(config.temperature())
                .maxTokens(config.longestAnswer())
                .maxRetries(0)
                .supportedCapabilities(capabilities(config))
                .build();
    }

    private static Set<Capability> capabilities(ModelConfig config) {
        return config.answerForm() == AnswerForm.JSON_SCHEMA
                ? Set.of(Capability.RESPONSE_FORMAT_JSON_SCHEMA)
                : Set.of();
    }
}
