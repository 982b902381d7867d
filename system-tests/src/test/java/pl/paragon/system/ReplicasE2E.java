package pl.paragon.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.running.Replica;
import pl.paragon.running.RunningParagon;
import pl.paragon.running.service.Service;
import pl.paragon.servers.process.Signal;
import pl.paragon.testsupport.DrawnReceipts;

/** Replicas of a worker join and leave beside the stack's own. */
@ExtendWith(SharedParagon.class)
class ReplicasE2E {

    private final RunningParagon paragon;
    private final ReceiptApi api;

    @TempDir
    private Path folder;

    ReplicasE2E(RunningParagon paragon) {
        this.paragon = paragon;
        this.api = new ReceiptApi(paragon.client());
    }

    @Test
    void shouldReadReceiptsWhileReplicasComeAndGo() {
        // given
        Replica first = paragon.start(Service.OCR);
        Replica second = paragon.start(Service.OCR);
        String before = api.process(picture());

        // when
        int stopped = first.stop();
        int killed = second.kill(Signal.KILL);
        String after = api.process(picture());

        // then
        assertThat(stopped).as(first.log().toString()).isEqualTo(128 + 15);
        assertThat(first.log()).content().contains("ocr-worker", "stopped");
        assertThat(killed).isEqualTo(128 + 9);
        assertThat(second.exitCode()).hasValue(killed);
        assertThat(second.log()).isNotEqualTo(first.log()).isNotEmptyFile();
        assertThat(api.awaitEnd(before).path("status").asText()).isEqualTo("SUCCESS");
        assertThat(api.awaitEnd(after).path("status").asText()).isEqualTo("SUCCESS");
    }

    private Path picture() {
        return DrawnReceipts.write(DrawnReceipts.picture(), folder.resolve("paragon.png"));
    }
}
