package pl.paragon.analysis.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.paragon.contracts.event.ConsumerGroup;

class ChannelsTest {

    @ParameterizedTest
    @CsvSource({"texts, ANALYSIS", "texts-bulk, ANALYSIS_BULK"})
    void shouldTakeTextsAndLoseNone(String channel, ConsumerGroup group) throws IOException {
        // given
        Properties properties = new Properties();
        // From the module's folder: the tests have a file of the same name.
        try (InputStream in = Files.newInputStream(Path.of("src/main/resources/application.properties"))) {
            properties.load(in);
        }

        // then
        String incoming = "mp.messaging.incoming." + channel;
        assertThat(properties)
                .containsEntry("paragon.worker.stage", group.stage().id())
                .containsEntry(incoming + ".topic", group.topic().id())
                .containsEntry(incoming + ".group.id", group.id())
                .containsEntry(incoming + ".failure-strategy", "leave-unacknowledged")
                .containsEntry(incoming + ".auto.offset.reset", "earliest")
                .containsEntry(incoming + ".max.poll.records", "1")
                .containsEntry(incoming + ".max.partition.fetch.bytes", "1")
                .containsEntry(incoming + ".max-queue-size-factor", "1");
    }
}
