package pl.paragon.servers.broker;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * Formats the data folder if that has not been done, runs the broker, and prints {@code Kafka is ready} once it accepts
 * records.
 */
public final class KafkaBroker {

    private static final int NODE = 1;
    // A strong reference: java.util.logging forgets the level of a logger that is garbage collected.
    private static final Logger ROOT = Logger.getLogger("");

    private KafkaBroker() {}

    /** @param arguments the path of the broker's properties */
    public static void main(String[] arguments) throws Exception {
        ROOT.setLevel(Level.WARNING);
        KafkaConfig config = new KafkaConfig(read(Path.of(arguments[0])), false);
        format(Path.of(config.logDirs().getFirst()));
        KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop"));
        server.startup();
        System.out.println("Kafka is ready");
        server.awaitShutdown();
    }

    private static void stop(KafkaRaftServer server) {
        server.shutdown();
        server.awaitShutdown();
        System.out.println("Kafka has stopped");
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    private static void format(Path data) throws Exception {
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        new Formatter()
                .setPrintStream(System.out)
                .setNodeId(NODE)
                .setClusterId(Uuid.randomUuid().toString())
                .addDirectory(data.toString())
                .setMetadataLogDirectory(data.toString())
                .setControllerListenerName("CONTROLLER")
                .setIgnoreFormatted(true)
                .run();
    }
}
