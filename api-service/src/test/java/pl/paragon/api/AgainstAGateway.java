package pl.paragon.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import pl.paragon.testsupport.broker.Broker;

/** A specification of the gateway with a real Kafka and a real Redis; the workers are played. */
abstract class AgainstAGateway {

    RealServers servers;
    Broker broker;

    @BeforeEach
    final void connect() {
        broker = new Broker(servers.bootstrapServers());
        Polls.untilReady();
    }

    @AfterEach
    final void disconnect() {
        broker.close();
    }

    final long storedFiles() throws IOException {
        if (Files.notExists(servers.files())) {
            return 0; // made with the first file
        }
        try (Stream<Path> files = Files.walk(servers.files())) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
