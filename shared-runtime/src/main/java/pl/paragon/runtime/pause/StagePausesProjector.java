package pl.paragon.runtime.pause;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import pl.paragon.runtime.fold.FoldThread;

/** Tells {@link StagePauses} what is said of stages, for as long as the process runs. */
@ApplicationScoped
class StagePausesProjector {

    /** Before a consumer that failed is replaced, e.g. since the topic has yet to be created. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Map<String, Object> kafka;
    private final StagePauses pauses;
    private FoldThread thread;

    StagePausesProjector(@Identifier("default-kafka-broker") Map<String, Object> kafka, StagePauses pauses) {
        this.kafka = kafka;
        this.pauses = pauses;
    }

    void start(@Observes StartupEvent startup) {
        Map<String, Object> properties = FoldThread.properties(kafka, "stage-pauses");
        thread = FoldThread.start(
                "stage-pauses",
                PAUSE,
                () -> new KafkaConsumer<>(properties),
                consumer -> new StagePausesFold(consumer, pauses));
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        thread.close();
    }
}
