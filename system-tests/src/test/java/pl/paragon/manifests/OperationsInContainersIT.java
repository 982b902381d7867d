package pl.paragon.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.servers.KafkaServer;

/** The operator's commands as a container of the persistence-worker has them, from the built worker. */
class OperationsInContainersIT {

    @TempDir
    Path directory;

    private record Said(int exitCode, String out, String err) {}

    @Test
    void shouldAskTheServersOfTheContainersEnvironmentAndSayNothingElse() throws Exception {
        try (KafkaServer kafka = KafkaServer.start(directory.resolve("kafka"))) {
            Map<String, String> environment = Map.of(
                    "KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
                    "PARAGON_PERSISTENCE_URL", "http://127.0.0.1:1",
                    "JDK_JAVA_OPTIONS", "-Xmx160m");

            // when, then
            assertThat(paragon("persistence-worker", environment, "dead-letters", "list"))
                    .isEqualTo(new Said(0, "There are no dead letters.\n", ""));
            assertThat(paragon("persistence-worker", environment, "workers"))
                    .isEqualTo(new Said(0, "No worker is alive: receipts wait for one.\n", ""));
            assertThat(paragon("persistence-worker", environment, "failed-jobs", "list"))
                    .isEqualTo(new Said(2, "", "No persistence-worker answers at http://127.0.0.1:1\n"));
            assertThat(paragon("persistence-worker", environment, "dead-letters", "replay", "--help"))
                    .satisfies(said -> assertThat(said.out()).startsWith("Usage: paragon dead-letters replay"));
            assertThat(paragon("api-service", environment, "dead-letters", "list")
                            .err())
                    .contains("Only the containers of persistence-worker");
        }
    }

    private Said paragon(String service, Map<String, String> environment, String... words)
            throws IOException, InterruptedException {
        Path script = directory.resolve("paragon");
        Path application = Checkout.ROOT.resolve(service).resolve("target/quarkus-app");
        Files.writeString(script, Checkout.text("container/paragon").replace("/deployments", application.toString()));
        Path err = directory.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(Stream.of("bash", script.toString()), Stream.of(words))
                                .toList())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        builder.environment()
                .merge("PATH", System.getProperty("java.home") + "/bin", (path, java) -> java + ":" + path);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), out, Files.readString(err));
    }
}
