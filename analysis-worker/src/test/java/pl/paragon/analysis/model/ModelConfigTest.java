package pl.paragon.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pl.paragon.analysis.model.asking.ModelConfig;

class ModelConfigTest {

    @Test
    void shouldHaveTheDefaultsThatTheDocumentsName() {
        // when
        ModelConfig config = ModelFixtures.config(Map.of());

        // then
        assertThat(config.provider()).isEqualTo(ModelConfig.Provider.OLLAMA);
        assertThat(config.baseUrl()).isEmpty();
        assertThat(config.url()).isEqualTo(URI.create("http://localhost:11434"));
        assertThat(config.name()).isEqualTo("SpeakLeash/bielik-11b-v2.3-instruct:Q5_K_M");
        assertThat(config.apiKey()).isEmpty();
        assertThat(config.answerForm()).isEqualTo(ModelConfig.AnswerForm.JSON_SCHEMA);
        assertThat(config.temperature()).isZero();
        assertThat(config.longestAnswer()).isEqualTo(4096);
        assertThat(config.context()).isEqualTo(16384);
        assertThat(config.mostRows()).isEqualTo(300);
        assertThat(config.connectTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(config.callsAtATime()).isEqualTo(1);
        assertThat(config.turnTimeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(config.circuitWindow()).isEqualTo(4);
        assertThat(config.circuitPause()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void shouldAskOpenAiWhereNoOtherServerIsNamed() {
        assertThat(ModelFixtures.config(Map.of("paragon.analysis.model.provider", "openai"))
                        .url())
                .isEqualTo(URI.create("https://api.openai.com/v1"));
    }
}
