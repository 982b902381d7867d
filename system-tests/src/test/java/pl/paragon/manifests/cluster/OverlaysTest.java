package pl.paragon.manifests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.paragon.manifests.Checkout;
import pl.paragon.manifests.Deployable;
import pl.paragon.manifests.Node;

/** What the two overlays make of the base. */
class OverlaysTest {

    private static final List<Manifest> DEV = Kustomization.render("k8s/overlays/dev");
    private static final List<Manifest> PRODUCTION = Kustomization.render("k8s/overlays/production");
    private static final Node COMPOSE = Checkout.yaml("docker-compose.yml");
    /** Those that operators make: Strimzi of a KafkaUser and of a Kafka's authority, CloudNativePG of a Cluster. */
    private static final Set<String> MADE =
            Set.of("paragon", "paragon-cluster-ca-cert", "paragon-postgres-app", "paragon-postgres-ca");
    /** Those that whoever installs makes. */
    private static final Set<String> GIVEN = Set.of("paragon-database", "paragon-redis", "paragon-tls");

    @ParameterizedTest
    @ValueSource(strings = {"kafka", "redis", "postgres"})
    void shouldRunTheServersOfComposeOnOneNode(String server) {
        assertThat(find(DEV, "StatefulSet", server).containers())
                .singleElement()
                .satisfies(container -> assertThat(container.at("image").text())
                        .isEqualTo(COMPOSE.at("services", server, "image").text()));
    }

    @Test
    void shouldSetTheSingleBrokerAsComposeDoes() throws IOException {
        // given
        Properties here = new Properties();
        here.load(new StringReader(find(DEV, "ConfigMap", "kafka")
                .node()
                .at("data", "server.properties")
                .text()));
        Properties there = Checkout.properties("container/kafka.properties");

        // when: a volume's root holds what is not Kafka's
        assertThat(here.remove("log.dirs")).isEqualTo(there.remove("log.dirs") + "/logs");

        // then
        assertThat(here).isEqualTo(there);
    }

    @Test
    void shouldHaveTheTopicsOfTheEnum() {
        assertThat(Checkout.text(KafkaTopicManifests.FILE))
                .as("run KafkaTopicManifests")
                .isEqualTo(KafkaTopicManifests.text());
        assertThat(PRODUCTION).extracting(Manifest::toString).doesNotContain("Job paragon-topics");
    }

    @Test
    void shouldHaveEachRecordOnTwoBrokersBeforeItCounts() {
        // given
        Node config = find(PRODUCTION, "Kafka", "paragon").spec("kafka", "config");

        // when, then
        assertThat(find(PRODUCTION, "KafkaNodePool", "nodes").spec("replicas").value())
                .isEqualTo(3);
        assertThat(config.entries())
                .hasEntrySatisfying("min.insync.replicas", value -> assertThat(value.value())
                        .isEqualTo(2))
                .hasEntrySatisfying("auto.create.topics.enable", value -> assertThat(value.value())
                        .isEqualTo(false));
        assertThat(config.entries()).allSatisfy((key, value) -> {
            if (key.endsWith("replication.factor")) {
                assertThat(value.value()).as(key).isEqualTo(3);
            }
            if (key.endsWith("min.isr")) {
                assertThat(value.value()).as(key).isEqualTo(2);
            }
        });
        assertThat(PRODUCTION)
                .filteredOn(manifest -> manifest.kind().equals("KafkaTopic"))
                .isNotEmpty()
                .allSatisfy(topic -> {
                    assertThat(topic.spec("replicas").value()).isEqualTo(3);
                    assertThat(topic.spec("config", "min.insync.replicas").value())
                            .isEqualTo(2);
                });
    }

    @ParameterizedTest
    @EnumSource(Deployable.class)
    void shouldTalkToKafkaByTlsWithAPassword(Deployable service) {
        // given
        Map<String, String> shared =
                find(PRODUCTION, "ConfigMap", "paragon").node().at("data").textEntries();
        Node listener = find(PRODUCTION, "Kafka", "paragon")
                .spec("kafka", "listeners")
                .items()
                .getFirst();

        // when, then
        assertThat(listener.at("tls").value()).isEqualTo(true);
        assertThat(listener.at("authentication", "type").text()).isEqualTo("scram-sha-512");
        assertThat(shared)
                .containsEntry("KAFKA_SECURITY_PROTOCOL", "SASL_SSL")
                .containsEntry("KAFKA_SASL_MECHANISM", "SCRAM-SHA-512")
                .containsEntry(
                        "KAFKA_BOOTSTRAP_SERVERS",
                        "paragon-kafka-bootstrap:" + listener.at("port").text());
        assertThat(secrets(service)).containsEntry("KAFKA_SASL_JAAS_CONFIG", "paragon/sasl.jaas.config");
        assertThat(files(service)).contains(shared.get("KAFKA_SSL_TRUSTSTORE_LOCATION"));
    }

    @Test
    void shouldHaveEachDashboardWhereGrafanasSidecarFindsIt() {
        // given
        Map<String, String> dashboards = Checkout.files("monitoring/grafana/dashboards", ".json").stream()
                .map(file -> Checkout.ROOT.relativize(file).toString())
                .collect(Collectors.toMap(OverlaysTest::filename, Checkout::text));

        // when
        List<Node> found = PRODUCTION.stream()
                .map(Manifest::node)
                .filter(object -> object.at("metadata", "labels")
                        .textEntries()
                        .getOrDefault("grafana_dashboard", "")
                        .equals("1"))
                .toList();

        // then
        assertThat(found)
                .extracting(object -> object.at("data").textEntries())
                .containsExactlyInAnyOrderElementsOf(dashboards.entrySet().stream()
                        .map(dashboard -> Map.of(dashboard.getKey(), dashboard.getValue()))
                        .toList());
    }

    @Test
    void shouldLetInWhoeverTriesTheApiOut() {
        // given
        List<String> paths = find(PRODUCTION, "Ingress", "paragon").spec("rules").items().stream()
                .flatMap(rule -> rule.at("http", "paths").items().stream())
                .map(path -> path.at("path").text())
                .toList();
        String page = Checkout.text("api-service/src/main/resources/META-INF/resources/q/swagger-ui/index.html");

        // when
        List<String> files = Pattern.compile("(?:href|src)=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();

        // then
        assertThat(files).isNotEmpty().allSatisfy(file -> assertThat(paths)
                .anyMatch(path -> file.startsWith(path + "/")));
    }

    private static String filename(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Test
    void shouldVerifyWhoThePostgresIsAndShowItsPassword() {
        // given
        String url = find(PRODUCTION, "ConfigMap", "paragon")
                .node()
                .at("data", "QUARKUS_DATASOURCE_JDBC_URL")
                .text();
        Manifest cluster = find(PRODUCTION, "Cluster", "paragon-postgres");

        // when, then
        assertThat(url).startsWith("jdbc:postgresql://" + cluster.name() + "-rw:5432/paragon?sslmode=verify-full");
        assertThat(files(Deployable.PERSISTENCE)).contains(url.replaceAll(".*sslrootcert=", ""));
        assertThat(secrets(Deployable.PERSISTENCE))
                .containsEntry("QUARKUS_DATASOURCE_PASSWORD", cluster.name() + "-app/password");
    }

    @Test
    void shouldHaveConnectionsForAllThatMaySave() {
        // given
        int each = Integer.parseInt(Checkout.properties("persistence-worker/src/main/resources/application.properties")
                .getProperty("quarkus.datasource.jdbc.max-size"));
        int pods = (int) find(PRODUCTION, "ScaledObject", "persistence-worker")
                .spec("maxReplicaCount")
                .value();
        Manifest cluster = find(PRODUCTION, "Cluster", "paragon-postgres");

        // when, then: one more during an upgrade
        assertThat(Integer.parseInt(cluster.spec("postgresql", "parameters", "max_connections")
                        .text()))
                .isGreaterThan((pods + 1) * each);
        assertThat(cluster.spec("instances").value()).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void shouldShowRedisThePasswordThatItAsksFor(List<Manifest> overlay) {
        // given
        Node redis = find(overlay, "StatefulSet", "redis").containers().getFirst();

        // when, then
        assertThat(redis.at("command").texts().getLast()).contains("--requirepass \"$REDISCLI_AUTH\"");
        assertThat(redis.at("env").items().getFirst().at("valueFrom"))
                .isEqualTo(container(overlay, Deployable.API).at("env").items().stream()
                        .filter(variable -> variable.at("name").text().equals("QUARKUS_REDIS_PASSWORD"))
                        .findFirst()
                        .orElseThrow()
                        .at("valueFrom"));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void shouldHoldNoSecretAndReferToKnownOnes(List<Manifest> overlay) {
        // when
        Stream<String> referred = overlay.stream()
                .flatMap(manifest -> Pattern.compile("secretKeyRef=\\{name=([\\w-]+)|secretName=([\\w-]+)")
                        .matcher(manifest.node().toString())
                        .results()
                        .map(match -> match.group(1) == null ? match.group(2) : match.group(1)));

        // then
        assertThat(overlay).extracting(Manifest::kind).doesNotContain("Secret");
        assertThat(referred).isNotEmpty().allMatch(name -> MADE.contains(name) || GIVEN.contains(name));
    }

    @Test
    void shouldShowClientsNeitherMetricsNorHealth() {
        assertThat(find(PRODUCTION, "Ingress", "paragon").spec("rules").items())
                .singleElement()
                .satisfies(rule -> assertThat(rule.at("http", "paths").items())
                        .allSatisfy(path -> assertThat(
                                        path.at("backend", "service", "name").text())
                                .isEqualTo(Deployable.API.module()))
                        .extracting(path -> path.at("path").text() + " "
                                + path.at("pathType").text())
                        .contains("/api Prefix", "/ws Prefix")
                        .doesNotContain("/ Prefix", "/q Prefix", "/q/metrics Prefix", "/q/health Prefix"));
    }

    private static Stream<List<Manifest>> overlays() {
        return Stream.of(DEV, PRODUCTION);
    }

    private static Manifest find(List<Manifest> manifests, String kind, String name) {
        return manifests.stream()
                .filter(manifest ->
                        manifest.kind().equals(kind) && manifest.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
    }

    private static Node container(List<Manifest> manifests, Deployable service) {
        return find(manifests, "Deployment", service.module()).containers().getFirst();
    }

    /** The variables that come from secrets, as {@code NAME/key}. */
    private static Map<String, String> secrets(Deployable service) {
        Map<String, String> secrets = new TreeMap<>();
        container(PRODUCTION, service).at("env").items().forEach(variable -> {
            Node secret = variable.at("valueFrom", "secretKeyRef");
            if (secret.isThere()) {
                secrets.put(
                        variable.at("name").text(),
                        secret.at("name").text() + "/" + secret.at("key").text());
            }
        });
        return secrets;
    }

    /** The files that are mounted from secrets. */
    private static List<String> files(Deployable service) {
        Node pod = find(PRODUCTION, "Deployment", service.module()).pod();
        return container(PRODUCTION, service).at("volumeMounts").items().stream()
                .flatMap(mount -> pod.at("volumes").items().stream()
                        .filter(volume -> volume.at("name").equals(mount.at("name")))
                        .flatMap(volume -> volume.at("secret", "items").items().stream())
                        .map(item -> mount.at("mountPath").text() + "/"
                                + item.at("path").text()))
                .toList();
    }
}
