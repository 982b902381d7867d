package pl.paragon.analysis.model.asking;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pl.paragon.analysis.model.answer.AnswerSchema;
import pl.paragon.analysis.model.asking.ModelConfig.AnswerForm;

/**
 * The configured model, over a {@link ModelTransport} of ours. Each question gets its own client, which is cheap and
 * sends exactly one request.
 */
public final class ConfiguredModel implements ChatModel {

    /** OpenAI's protocol wants a key even if the server does not. */
    private static final String NO_KEY = "none";

    private final ModelConfig config;
    private final List<ChatModelListener> listeners;
    private final ModelTransport transport;

    public ConfiguredModel(ModelConfig config, List<ChatModelListener> listeners) {
        this.config = config;
        this.listeners = listeners;
        this.transport = new ModelTransport(config.connectTimeout(), config.timeout());
    }

    /**
     * @throws UnansweredException if the request fails, or the answer calls a tool: there are none, and the AI
     *     service would ask again
     */
    @Override
    public ChatResponse chat(ChatRequest question) {
        ChatResponse response = client(transport.once()).chat(question);
        if (response.aiMessage().hasToolExecutionRequests()) {
            throw new UnansweredException(Silence.UNUSABLE, "it calls for a tool");
        }
        return response;
    }

    private ChatModel client(HttpClientBuilder http) {
        return switch (config.provider()) {
            case OLLAMA -> ollama(http);
            case OPENAI -> openAi(http);
        };
    }

    private ChatModel ollama(HttpClientBuilder http) {
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
                .responseFormat(format())
                .supportedCapabilities(capabilities())
                .listeners(listeners)
                .build();
    }

    private ChatModel openAi(HttpClientBuilder http) {
        return OpenAiChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(config.url().toString())
                .apiKey(config.apiKey().orElse(NO_KEY))
                .modelName(config.name())
                .temperature(config.temperature())
                .maxTokens(config.longestAnswer())
                .maxRetries(0)
                .responseFormat(format())
                .supportedCapabilities(capabilities())
                .listeners(listeners)
                .build();
    }

    private ResponseFormat format() {
        return switch (config.answerForm()) {
            case JSON_SCHEMA ->
                ResponseFormat.builder()
                        .type(ResponseFormatType.JSON)
                        .jsonSchema(AnswerSchema.SCHEMA)
                        .build();
            case JSON -> ResponseFormat.JSON;
            case WORDS -> null;
        };
    }

    private Set<Capability> capabilities() {
        return config.answerForm() == AnswerForm.JSON_SCHEMA
                ? Set.of(Capability.RESPONSE_FORMAT_JSON_SCHEMA)
                : Set.of();
    }
}
