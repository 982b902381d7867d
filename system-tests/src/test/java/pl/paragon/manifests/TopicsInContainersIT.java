package pl.paragon.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.contracts.event.Topic;
import pl.paragon.servers.KafkaServer;

/** The compose file's own command, run with the files that go into the image. */
class TopicsInContainersIT {

    private static final Path APPLICATION = Checkout.ROOT.resolve("persistence-worker/target/quarkus-app");

    @TempDir
    Path directory;

    @Test
    void shouldCreateTheTopicsOfTheEnumAndLeaveExistingOnesAsTheyAre() throws Exception {
        try (KafkaServer kafka = KafkaServer.start(directory);
                Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            // when
            String first = createTopics(kafka.bootstrapServers());
            String second = createTopics(kafka.bootstrapServers());

            // then
            Set<String> names = Arrays.stream(Topic.values())
                    .flatMap(t -> t.deadLettered() ? Stream.of(t.id(), t.deadLetterId()) : Stream.of(t.id()))
                    .collect(Collectors.toSet());
            assertThat(admin.listTopics().names().get()).isEqualTo(names);
            assertThat(first.lines()).hasSameSizeAs(names).allMatch(line -> line.endsWith(": created"));
            assertThat(second.lines()).hasSameSizeAs(names).allMatch(line -> line.endsWith(": exists"));
            for (Topic topic : Topic.values()) {
                assertThat(partitions(admin, topic.id())).isEqualTo(topic.partitions());
                assertThat(retention(admin, topic.id()))
                        .isEqualTo(String.valueOf(topic.retention().toMillis()));
            }
        }
    }

    private static String createTopics(String bootstrapServers) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(Checkout.yaml("docker-compose.yml")
                .at("services", "topics", "entrypoint")
                .texts());
        command.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.replaceAll(word -> word.replace("/deployments", APPLICATION.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).isZero();
        return output;
    }

    private static int partitions(Admin admin, String topic) throws Exception {
        TopicDescription description =
                admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
        return description.partitions().size();
    }

    private static String retention(Admin admin, String topic) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Config config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
        return config.get("retention.ms").value();
    }
}
