package pl.paragon.runtime.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.json.runtime.JsonFormatter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

/** The log's formats as every service has them. */
class LogLinesTest {

    private final Properties properties = properties();
    private final ExtLogRecord line = new ExtLogRecord(Level.INFO, "Read", LogLinesTest.class.getName());

    @Test
    void shouldEndWithTheJobAndItsTrace() {
        // given
        line.setMdc(Map.of(LogField.JOB_ID.id(), "some-job", LogField.TRACE_ID.id(), "some-trace"));

        // when, then
        assertThat(plain()).endsWith(" Read some-job some-trace\n");
    }

    @Test
    void shouldSayNothingOfAJobIfThereIsNone() {
        assertThat(plain().strip()).endsWith(" Read");
    }

    @Test
    void shouldHaveAFieldForEachInJson() throws IOException {
        // given
        line.setMdc(Map.of(
                LogField.JOB_ID.id(), "some-job", LogField.STAGE.id(), "ocr", LogField.TRACE_ID.id(), "some-trace"));
        JsonFormatter formatter = new JsonFormatter();
        formatter.setExcludedKeys(Set.of(
                properties.getProperty("quarkus.log.console.json.excluded-keys").split(",")));

        // when
        JsonNode json = new ObjectMapper().readTree(formatter.format(line));

        // then
        assertThat(json.path("message").asText()).isEqualTo("Read");
        assertThat(json.path("mdc").properties())
                .extracting(field -> field.getKey() + "=" + field.getValue().asText())
                .containsExactlyInAnyOrder("jobId=some-job", "stage=ocr", "traceId=some-trace");
        assertThat(json.propertyStream().map(Map.Entry::getKey))
                .contains("timestamp", "level", "loggerName", "threadName", "hostName")
                .doesNotContain("ndc", "processId", "sequence");
    }

    private String plain() {
        return new PatternFormatter(properties.getProperty("quarkus.log.console.format")).format(line);
    }

    private static Properties properties() {
        try (InputStream shared = LogField.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
            Properties properties = new Properties();
            properties.load(shared);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
