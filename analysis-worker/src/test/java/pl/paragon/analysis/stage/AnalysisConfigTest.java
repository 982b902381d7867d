package pl.paragon.analysis.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

class AnalysisConfigTest {

    @Test
    void shouldHaveTheDefaultsThatTheDocumentsName() {
        // when
        AnalysisConfig config = new SmallRyeConfigBuilder()
                .withMapping(AnalysisConfig.class)
                .build()
                .getConfigMapping(AnalysisConfig.class);

        // then
        assertThat(config.engine()).isEqualTo(AnalysisConfig.Engine.GRAMMAR);
        assertThat(config.fewestCharacters()).isEqualTo(10);
    }
}
