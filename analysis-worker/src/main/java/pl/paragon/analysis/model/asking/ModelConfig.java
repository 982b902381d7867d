package pl.paragon.analysis.model.asking;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Which language model is asked, and how patiently. Read when the engine is {@code llm} or {@code hybrid}. */
@ConfigMapping(prefix = "paragon.analysis.model")
public interface ModelConfig {

    /** Whose protocol the server speaks. */
    @WithDefault("ollama")
    Provider provider();

    /** The server's address; not set: the provider's own, Ollama on this machine or OpenAI. */
    Optional<URI> baseUrl();

    /** The model's name with that server. */
    @WithDefault("SpeakLeash/bielik-11b-v2.3-instruct:Q5_K_M")
    String name();

    /** The key, for servers that want one; sent to nobody but the server of {@link #baseUrl}. */
    Optional<String> apiKey();

    /** How the server is told which form the answer must have. It is checked here in any case. */
    @WithDefault("json-schema")
    AnswerForm answerForm();

    /** 0 for the likeliest answer; some hosted models allow nothing but 1. */
    @WithDefault("0")
    double temperature();

    /** The longest answer, in tokens: sixty lines of goods take some 3000. */
    @WithDefault("4096")
    int longestAnswer();

    /**
     * How many tokens question and answer may have together. Passed to Ollama, which would otherwise silently cut off
     * the beginning of the question.
     */
    @WithDefault("16384")
    int context();

    /** A longer print is not sent. */
    @WithDefault("300")
    int mostRows();

    /** How long the connection alone may take. */
    @WithDefault("2s")
    Duration connectTimeout();

    /** How long a whole answer may take, from connecting to the last byte. */
    @WithDefault("60s")
    Duration timeout();

    /** How many questions are open at a time; a model on one machine answers one after the other anyway. */
    @WithDefault("1")
    int callsAtATime();

    /** How long a job waits for its turn. */
    @WithDefault("60s")
    Duration turnTimeout();

    /** Of this many questions in a row half must fail until no more are asked for a while. */
    @WithDefault("4")
    int circuitWindow();

    /** How long none is asked; then a single one shows whether it is answered again. */
    @WithDefault("30s")
    Duration circuitPause();

    /** Whose protocol a server speaks. */
    enum Provider {
        /** Ollama's own, {@code /api/chat}. */
        OLLAMA("http://localhost:11434"),
        /** OpenAI's {@code /chat/completions}, which vLLM, llama.cpp, LM Studio and many others speak. */
        OPENAI("https://api.openai.com/v1");

        private final URI usualUrl;

        Provider(String usualUrl) {
            this.usualUrl = URI.create(usualUrl);
        }
    }

    /** What a server is told of the form of its answer. */
    enum AnswerForm {
        /** Its schema. */
        JSON_SCHEMA,
        /** That it is JSON. */
        JSON,
        /** Nothing, for servers that refuse to be told: the instructions say it in words. */
        WORDS
    }

    /** Where the server listens. */
    default URI url() {
        return baseUrl().orElse(provider().usualUrl);
    }
}
