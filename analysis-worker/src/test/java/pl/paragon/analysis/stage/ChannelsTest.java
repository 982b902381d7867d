package pl.paragon.analysis.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.event.ConsumerGroup;
import pl.paragon.contracts.event.Topic;

class ChannelsTest {

    @Test
    void shouldTakeTextsAndLoseNone() throws IOException {
        // given
        Properties properties = new Properties();
        // From the module's folder: the tests have a file of the same name.
        try (InputStream in = Files.newInputStream(Path.of("src/main/resources/application.properties"))) {
            properties.load(in);
        }

        // then
        assertThat(properties)
                .containsEntry("mp.messaging.incoming.texts.topic", Topic.RECEIPT_TEXT_RECOGNIZED.id())
                .containsEntry("mp.messaging.incoming.texts.group.id", ConsumerGroup.ANALYSIS.id())
                .containsEntry("mp.messaging.incoming.texts.failure-strategy", "leave-unacknowledged")
                .containsEntry("mp.messaging.incoming.texts.auto.offset.reset", "earliest")
                .containsEntry("mp.messaging.incoming.texts.throttled.unprocessed-record-max-age.ms", "0");
    }
}
