package pl.paragon.operations.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import pl.paragon.operations.installation.FixedInstallation;
import pl.paragon.runtime.topics.Topics;
import pl.paragon.testsupport.server.TestServer;
import pl.paragon.testsupport.server.TestServers;

/** The command against a real Kafka. */
class TopicsIT {

    @TempDir
    static Path directory;

    private static TestServer kafka;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void start() {
        kafka = TestServers.KAFKA.start(directory.resolve("kafka"));
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void shouldEnlargeTheTopicsOfThePoolsAndNoOthersAndNeverShrinkThem() {
        // given a broker without topics
        assertThat(run("enlarge", "24")).isEqualTo(1);
        assertThat(err.toString()).contains("there is no topic receipt-submitted");
        Topics.create(kafka.uri());

        // when
        assertThat(run("enlarge", "24")).isZero();

        // then
        assertThat(out.toString().lines()).hasSize(5).allMatch(line -> line.endsWith(": 24 partitions, 12 before"));
        assertThat(run("list")).isZero();
        assertThat(out.toString().lines())
                .anyMatch(line -> line.matches("receipt-submitted-bulk +24 +yes"))
                .anyMatch(line -> line.matches("receipt-submitted-bulk-dead-letter +1 +no"))
                .anyMatch(line -> line.matches("step-started +6 +no"))
                .anyMatch(line -> line.matches("cancel-requested +1 +no"));

        // when it is repeated, or fewer are asked for
        assertThat(run("enlarge", "24")).isZero();
        assertThat(out.toString().lines()).hasSize(5).allMatch(line -> line.endsWith(": has 24 partitions"));
        assertThat(run("enlarge", "12")).isEqualTo(1);

        // then
        assertThat(err.toString()).contains("Nothing is changed: partitions cannot be taken away");
        assertThat(run("list", "--json")).isZero();
        assertThat(out.toString()).contains("{\"topic\":\"receipt-analyzed\",\"partitions\":24,\"pool\":true}");
    }

    @Test
    void shouldRefuseMorePartitionsThanTheRegisterOfJobsCanNumber() {
        assertThat(run("enlarge", "1001")).isEqualTo(2);
        assertThat(run("enlarge", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("1001 partitions: 1 to 1000", "0 partitions");
    }

    @Test
    void shouldShowKafkaWhatTheEnvironmentSaysOfItsClients() {
        // given
        Map<String, String> environment = Map.of(
                "KAFKA_SECURITY_PROTOCOL", "SSL",
                "KAFKA_SSL_TRUSTSTORE_TYPE", "PEM",
                "KAFKA_SSL_TRUSTSTORE_LOCATION", "/nowhere/ca.crt");

        // when, then
        assertThat(run(environment, "list")).isEqualTo(2);
        assertThat(err.toString()).contains("The settings of Kafka's clients (KAFKA_…) are wrong", "/nowhere/ca.crt");
    }

    private int run(String... arguments) {
        return run(Map.of(), arguments);
    }

    private int run(Map<String, String> environment, String... arguments) {
        out.getBuffer().setLength(0);
        return new CommandLine(new TopicsCommand(
                        new FixedInstallation(Optional.of(kafka.uri()), Optional.empty(), environment)))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
