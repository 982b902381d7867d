package pl.paragon.manifests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pl.paragon.manifests.Checkout;
import pl.paragon.manifests.Node;

/** The policies let through the architecture's arrows and nothing else. */
class NetworkPoliciesTest {

    private static final Set<String> ARCHITECTURE = lines("""
        api-service -> kafka:9092/TCP
        api-service -> redis:6379/TCP
        api-service -> persistence-worker:8003/TCP
        prometheus -> ocr-worker:8001/TCP
        ocr-worker -> kafka:9092/TCP
        prometheus -> analysis-worker:8002/TCP
        analysis-worker -> kafka:9092/TCP
        prometheus -> persistence-worker:8003/TCP
        persistence-worker -> kafka:9092/TCP
        persistence-worker -> postgres:5432/TCP
        persistence-worker -> public:80/TCP
        persistence-worker -> public:443/TCP
        persistence-worker -> public:8080/TCP
        persistence-worker -> public:8443/TCP
        persistence-worker -> public6:80/TCP
        persistence-worker -> public6:443/TCP
        persistence-worker -> public6:8080/TCP
        persistence-worker -> public6:8443/TCP
        paragon-topics -> kafka:9092/TCP
        """);
    /** What the operators need; the API server may have any address. */
    private static final Set<String> OF_OPERATORS = lines("""
        strimzi -> kafka:8443/TCP
        strimzi -> kafka:9090/TCP
        strimzi -> kafka:9091/TCP
        kafka-entities -> kafka:9091/TCP
        kafka-entities -> public:443/TCP
        kafka-entities -> public:6443/TCP
        kafka-entities -> private:443/TCP
        kafka-entities -> private:6443/TCP
        kafka-entities -> metadata:443/TCP
        kafka-entities -> metadata:6443/TCP
        cnpg -> postgres:5432/TCP
        cnpg -> postgres:8000/TCP
        postgres -> public:443/TCP
        postgres -> public:6443/TCP
        postgres -> private:443/TCP
        postgres -> private:6443/TCP
        postgres -> metadata:443/TCP
        postgres -> metadata:6443/TCP
        """);

    private static final List<Place> SERVERS = Stream.of("kafka", "redis", "postgres")
            .map(server -> Place.inside(server, Map.of("paragon.pl/server", server)))
            .toList();
    private static final List<Place> ELSEWHERE = List.of(
            Place.inNamespace("monitoring", "prometheus", Map.of("app.kubernetes.io/name", "prometheus")),
            Place.inNamespace("kube-system", "names", Map.of("k8s-app", "kube-dns")),
            Place.inNamespace("strimzi", "strimzi", Map.of()),
            Place.inNamespace("cnpg-system", "cnpg", Map.of()),
            Place.inNamespace("default", "anybody", Map.of()),
            Place.at("public", "203.0.113.5"),
            Place.at("public6", "2001:db8::5"),
            Place.at("private", "10.1.2.3"),
            Place.at("private6", "fd00::5"),
            Place.at("metadata", "169.254.169.254"));
    /** Whom everybody outside calls. */
    private static final String GATEWAY = "api-service:8000/TCP";

    @ParameterizedTest
    @MethodSource("trees")
    void shouldLetTheArchitecturesArrowsThroughAndNothingElse(String folder) {
        // given
        List<Manifest> manifests = Kustomization.render(folder);
        List<Place> inside = inside(manifests);

        // when
        Set<String> arrows = new Network(manifests)
                .arrows(Stream.concat(inside.stream(), ELSEWHERE.stream()).toList());

        // then
        assertThat(arrows)
                .filteredOn(arrow -> !toTheGateway(arrow))
                .containsExactlyInAnyOrderElementsOf(expected(inside));
        assertThat(arrows)
                .filteredOn(NetworkPoliciesTest::toTheGateway)
                .hasSize(ELSEWHERE.size())
                .allSatisfy(
                        arrow -> assertThat(ELSEWHERE).extracting(Place::name).contains(arrow.split(" ")[0]));
    }

    @Test
    void shouldNotLetStrimziOpenKafkaToEverybody() {
        // given
        Manifest kafka = Kustomization.render("k8s/overlays/production").stream()
                .filter(manifest -> manifest.kind().equals("Kafka"))
                .findFirst()
                .orElseThrow();

        // when, then: it makes a policy of its own from these, of everybody if there are none
        assertThat(kafka.spec("kafka", "listeners").items()).isNotEmpty().allSatisfy(listener -> assertThat(
                        listener.at("networkPolicyPeers").items())
                .singleElement()
                .satisfies(peer -> assertThat(
                                peer.at("podSelector", "matchExpressions").items())
                        .singleElement()
                        .satisfies(services -> assertThat(services.at("values").texts())
                                .containsExactlyInAnyOrder(
                                        "api-service", "ocr-worker", "analysis-worker", "persistence-worker"))));
    }

    @Test
    void shouldSendWebhooksToThePortsThatTheCodeAllows() {
        // given
        Matcher allowed = Pattern.compile("@WithDefault\\(\"([0-9,]+)\"\\)\\s+List<String> allowedPorts")
                .matcher(Checkout.text("shared-runtime/src/main/java/pl/paragon/runtime/webhook/ReceiverConfig.java"));

        // when, then
        assertThat(allowed.find()).isTrue();
        assertThat(ARCHITECTURE)
                .filteredOn(arrow -> arrow.startsWith("persistence-worker -> public:"))
                .extracting(arrow -> arrow.replaceAll(".*:|/TCP", ""))
                .containsExactlyInAnyOrder(allowed.group(1).split(","));
    }

    @ParameterizedTest
    @MethodSource("trees")
    void shouldHaveAPolicyForEveryWorkload(String folder) {
        // given
        List<Manifest> manifests = Kustomization.render(folder);
        Network network = new Network(manifests);

        // when, then
        assertThat(manifests).filteredOn(Manifest::workload).allSatisfy(workload -> assertThat(
                        network.of(workload.podLabels()))
                .isNotEmpty());
        assertThat(manifests)
                .filteredOn(manifest -> manifest.kind().equals("NetworkPolicy"))
                .filteredOn(policy -> policy.spec("podSelector").equals(new Node(Map.of())))
                .anySatisfy(policy -> {
                    assertThat(policy.spec("policyTypes").texts()).containsExactly("Ingress", "Egress");
                    assertThat(policy.spec("ingress").isThere()).isFalse();
                    assertThat(policy.spec("egress").isThere()).isFalse();
                });
    }

    private static List<String> trees() {
        return Trees.all();
    }

    /** The pods of a tree, those that operators make of it, and those that it leaves to the cluster. */
    private static List<Place> inside(List<Manifest> manifests) {
        Map<String, Place> inside = new TreeMap<>();
        SERVERS.forEach(server -> inside.put(server.name(), server));
        manifests.stream().flatMap(NetworkPoliciesTest::pods).forEach(place -> inside.put(place.name(), place));
        return List.copyOf(inside.values());
    }

    private static Stream<Place> pods(Manifest manifest) {
        return switch (manifest.kind()) {
            case "Deployment", "StatefulSet", "Job" -> Stream.of(Place.inside(manifest.name(), manifest.podLabels()));
            case "KafkaNodePool" ->
                Stream.of(Place.inside(
                        "kafka",
                        manifest.spec("template", "pod", "metadata", "labels").textEntries()));
            case "Kafka" ->
                Stream.of(Place.inside(
                        "kafka-entities",
                        manifest.spec("entityOperator", "template", "pod", "metadata", "labels")
                                .textEntries()));
            case "Cluster" ->
                Stream.of(Place.inside(
                        "postgres", manifest.spec("inheritedMetadata", "labels").textEntries()));
            default -> Stream.empty();
        };
    }

    private static Set<String> expected(List<Place> inside) {
        Set<String> names = inside.stream().map(Place::name).collect(Collectors.toSet());
        Set<String> expected = new TreeSet<>(ARCHITECTURE);
        if (!names.contains("paragon-topics")) {
            expected.removeIf(arrow -> arrow.startsWith("paragon-topics"));
        }
        if (names.contains("kafka-entities")) {
            expected.addAll(OF_OPERATORS);
        }
        names.forEach(
                name -> Stream.of("UDP", "TCP").forEach(protocol -> expected.add(name + " -> names:53/" + protocol)));
        return expected;
    }

    private static boolean toTheGateway(String arrow) {
        return arrow.endsWith("-> " + GATEWAY);
    }

    private static Set<String> lines(String text) {
        return text.lines().collect(Collectors.toSet());
    }
}
