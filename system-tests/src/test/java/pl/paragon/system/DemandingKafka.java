package pl.paragon.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import pl.paragon.manifests.Checkout;

/** A Kafka for {@code docker-compose.yml} that speaks TLS and lets in nobody without a password. */
final class DemandingKafka {

    private static final String PASSWORD = "of-a-test";
    private static final String LISTENERS = """

            listeners=SASL_SSL://:9092,INNER://localhost:9094,CONTROLLER://:9093
            advertised.listeners=SASL_SSL://kafka:9092,INNER://localhost:9094
            listener.security.protocol.map=CONTROLLER:PLAINTEXT,INNER:PLAINTEXT,SASL_SSL:SASL_SSL
            inter.broker.listener.name=INNER
            sasl.enabled.mechanisms=PLAIN
            listener.name.sasl_ssl.plain.sasl.jaas.config=\\
              org.apache.kafka.common.security.plain.PlainLoginModule required user_paragon="%1$s";
            ssl.keystore.location=/etc/kafka/kafka.p12
            ssl.keystore.password=%1$s
            ssl.keystore.type=PKCS12
            """.formatted(PASSWORD);

    private final Path folder;

    private DemandingKafka(Path folder) {
        this.folder = folder;
    }

    /** @param folder for its settings and its certificate */
    static DemandingKafka in(Path folder) throws IOException, InterruptedException {
        // Containers have users of their own.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        // In a file of properties the last one counts.
        Files.writeString(folder.resolve("server.properties"), Checkout.text("container/kafka.properties") + LISTENERS);
        keytool(folder, "-genkeypair", "-keyalg", "EC", "-dname", "CN=kafka", "-ext", "san=dns:kafka");
        keytool(folder, "-exportcert", "-rfc", "-file", "ca.crt");
        return new DemandingKafka(folder);
    }

    /** Environment of {@code docker compose}. */
    Map<String, String> settings() {
        Path file = Path.of("src/test/resources/demanding-kafka/docker-compose.yml");
        return Map.of(
                "COMPOSE_FILE",
                "docker-compose.yml:" + file.toAbsolutePath(),
                "KAFKA_FOLDER",
                folder.toAbsolutePath().toString());
    }

    private static void keytool(Path folder, String command, String... options)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        command,
                        "-alias",
                        "kafka",
                        "-keystore",
                        "kafka.p12",
                        "-storepass",
                        PASSWORD)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile());
        builder.command().addAll(List.of(options));
        if (builder.start().waitFor() != 0) {
            throw new IllegalStateException(Files.readString(folder.resolve("keytool.log")));
        }
    }
}
