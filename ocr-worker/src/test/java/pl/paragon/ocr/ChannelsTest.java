package pl.paragon.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.event.ConsumerGroup;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.job.Stage;

class ChannelsTest {

    @Test
    void shouldTakeReceiptsAndLoseNone() throws IOException {
        // given
        Properties properties = new Properties();
        // From the module's folder: the tests have a file of the same name.
        try (InputStream in = Files.newInputStream(Path.of("src/main/resources/application.properties"))) {
            properties.load(in);
        }

        // then
        assertThat(properties)
                .containsEntry("paragon.worker.stage", Stage.OCR.id())
                .containsEntry("mp.messaging.incoming.receipts.topic", Topic.RECEIPT_SUBMITTED.id())
                .containsEntry("mp.messaging.incoming.receipts.group.id", ConsumerGroup.OCR.id())
                .containsEntry("mp.messaging.incoming.receipts.failure-strategy", "leave-unacknowledged")
                .containsEntry("mp.messaging.incoming.receipts.auto.offset.reset", "earliest")
                .containsEntry("mp.messaging.incoming.receipts.throttled.unprocessed-record-max-age.ms", "0");
    }
}
