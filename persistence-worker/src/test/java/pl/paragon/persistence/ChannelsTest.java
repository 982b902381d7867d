package pl.paragon.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.paragon.contracts.event.ConsumerGroup;
import pl.paragon.contracts.event.Topic;
import pl.paragon.persistence.http.DatabaseRequests;

class ChannelsTest {

    private static final String INCOMING = "mp.messaging.incoming.";

    private final Properties properties = load();

    @Test
    void shouldTakeTheFactsThatEndJobs() {
        assertThat(ofEachChannel("topic"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "receipts", Topic.RECEIPT_ANALYZED.id(),
                        "failures", Topic.STAGE_FAILED.id(),
                        "cancels", Topic.CANCEL_REQUESTED.id()));
    }

    @Test
    void shouldHaveTheGroupsWhoseBacklogIsWatched() {
        assertThat(ofEachChannel("group.id"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "receipts", ConsumerGroup.PERSISTENCE.id(),
                        "failures", ConsumerGroup.ARBITER_FAILURES.id(),
                        "cancels", ConsumerGroup.ARBITER_CANCELS.id()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"receipts", "failures", "cancels"})
    void shouldLoseNoRecord(String channel) {
        assertThat(properties)
                .containsEntry(INCOMING + channel + ".failure-strategy", "leave-unacknowledged")
                .containsEntry(INCOMING + channel + ".auto.offset.reset", "earliest");
    }

    @Test
    void shouldHaveAConnectionForEachThatNeedsOne() {
        // given
        int saves = number("paragon.stage.concurrency");
        int decisions = number("smallrye.messaging.worker.arbiter.max-concurrency");
        int inTheBackground = 4 + 5;

        // when, then
        assertThat(number("quarkus.datasource.jdbc.max-size"))
                .isGreaterThan(saves + decisions + DatabaseRequests.ALL_AT_A_TIME + inTheBackground);
        assertThat(number("smallrye.messaging.worker.saving.max-concurrency")).isEqualTo(saves);
    }

    @Test
    void shouldHaveNoPassword() {
        assertThat(properties.stringPropertyNames()).noneMatch(key -> key.contains("password"));
    }

    private Map<String, String> ofEachChannel(String attribute) {
        Map<String, String> values = new TreeMap<>();
        properties.stringPropertyNames().stream()
                .filter(key -> key.startsWith(INCOMING) && key.endsWith("." + attribute))
                .forEach(key -> values.put(
                        key.substring(INCOMING.length(), key.length() - attribute.length() - 1),
                        properties.getProperty(key)));
        return values;
    }

    private int number(String key) {
        return Integer.parseInt(properties.getProperty(key));
    }

    private static Properties load() {
        Properties properties = new Properties();
        // From the module's folder: the tests have a file of the same name.
        try (InputStream in = Files.newInputStream(Path.of("src/main/resources/application.properties"))) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
