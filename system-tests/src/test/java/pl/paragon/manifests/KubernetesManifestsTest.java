package pl.paragon.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KubernetesManifestsTest {

    private static final String FOLDER = "k8s/base";
    private static final Node KUSTOMIZATION = Checkout.yaml("k8s/base/kustomization.yaml");
    private static final Node COMPOSE = Checkout.yaml("docker-compose.yml");
    private static final List<Node> MANIFESTS = KUSTOMIZATION.at("resources").texts().stream()
            .flatMap(file -> Checkout.documents(FOLDER + "/" + file).stream())
            .toList();

    @Test
    void shouldLeaveNoManifestOut() {
        assertThat(Checkout.files(FOLDER, ".yaml"))
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(KUSTOMIZATION.at("resources").texts().stream(), Stream.of("kustomization.yaml"))
                                .toList());
    }

    @Test
    void shouldRunTheFourServices() {
        assertThat(names("Deployment"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Deployable.values()).map(Deployable::module).toList());
        assertThat(names("Service")).containsExactlyInAnyOrderElementsOf(names("Deployment"));
        assertThat(KUSTOMIZATION.at("images").items())
                .extracting(image -> image.at("name").text())
                .containsExactlyInAnyOrderElementsOf(Stream.of(Deployable.values())
                        .map(s -> "paragon/" + s.module())
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(Deployable.class)
    void shouldRunTheImageThatComposeRuns(Deployable service) {
        // given
        Node container = container(service);

        // when, then
        assertThat(container.at("image").text()).isEqualTo("paragon/" + service.module());
        assertThat(megabytes(container.at("resources", "limits", "memory").text()))
                .isEqualTo(megabytes(compose(service).at("mem_limit").text()));
    }

    @ParameterizedTest
    @EnumSource(Deployable.class)
    void shouldBeConfiguredByTheKeysThatComposeSets(Deployable service) {
        // given
        Map<String, String> here = environment(service);
        Map<String, String> there = new TreeMap<>(ImageFile.environment());
        there.putAll(compose(service).at("environment").textEntries());
        there.remove("PARAGON_SECURITY_ALLOW_UNAUTHENTICATED"); // a port of loopback; a cluster is not
        // the components tracing, bucket and model in k8s/components have them
        there.remove("PARAGON_TRACING_ENDPOINT");
        there.keySet()
                .removeIf(key -> key.startsWith("PARAGON_FILES_S")
                        || key.startsWith("AWS_")
                        || key.startsWith("PARAGON_ANALYSIS_"));

        // when, then
        assertThat(here.keySet()).containsAll(there.keySet());
        assertThat(here)
                .containsEntry("JDK_JAVA_OPTIONS", there.get("JDK_JAVA_OPTIONS"))
                .containsEntry("QUARKUS_HTTP_PORT", there.get("QUARKUS_HTTP_PORT"));
        assertThat(here.get("PARAGON_PERSISTENCE_URL"))
                .isEqualTo(compose(Deployable.API)
                        .at("environment", "PARAGON_PERSISTENCE_URL")
                        .text());
    }

    @Test
    void shouldAskWhoeverCallsTheGatewayForAKey() {
        assertThat(environment(Deployable.API))
                .containsEntry("PARAGON_SECURITY_AUTHENTICATION", "api-keys")
                .doesNotContainKey("PARAGON_SECURITY_ALLOW_UNAUTHENTICATED");
    }

    @ParameterizedTest
    @EnumSource(Deployable.class)
    void shouldSetKeysThatTheServiceKnows(Deployable service) {
        assertThat(ConfigurationKeys.environmentNames(service.module()))
                .containsAll(own(service).keySet());
    }

    @Test
    void shouldShareKeysThatSomeServiceKnows() {
        // given
        Set<String> known = new TreeSet<>();
        Stream.of(Deployable.values())
                .map(s -> ConfigurationKeys.environmentNames(s.module()))
                .forEach(known::addAll);

        // when, then
        assertThat(known).containsAll(shared().keySet());
    }

    @ParameterizedTest
    @EnumSource(Deployable.class)
    void shouldAskForTheServicesOwnHealthOnItsOwnPort(Deployable service) {
        // given
        Node container = container(service);
        int port = service.port();

        // when, then
        assertThat(container.at("ports").items()).singleElement().satisfies(p -> {
            assertThat(p.at("name").text()).isEqualTo("http");
            assertThat(p.at("containerPort").value()).isEqualTo(port);
        });
        Map.of(
                        "startupProbe", "/q/health/started",
                        "livenessProbe", "/q/health/live",
                        "readinessProbe", "/q/health/ready")
                .forEach((probe, path) -> {
                    assertThat(container.at(probe, "httpGet", "path").text()).isEqualTo(path);
                    assertThat(container.at(probe, "httpGet", "port").text()).isEqualTo("http");
                });
        assertThat(find("Service", service.module()).at("spec", "ports").items())
                .singleElement()
                .satisfies(p -> assertThat(p.at("port").value()).isEqualTo(port));
        assertThat(find("Deployment", service.module())
                        .at("spec", "template", "metadata", "annotations", "prometheus.io/port")
                        .text())
                .isEqualTo(String.valueOf(port));
    }

    @ParameterizedTest
    @EnumSource(Deployable.class)
    void shouldFindItsPods(Deployable service) {
        // given
        Node deployment = find("Deployment", service.module());
        Map<String, String> labels =
                deployment.at("spec", "template", "metadata", "labels").textEntries();

        // when, then
        assertThat(labels)
                .isEqualTo(deployment.at("spec", "selector", "matchLabels").textEntries())
                .isEqualTo(
                        find("Service", service.module()).at("spec", "selector").textEntries());
    }

    @Test
    void shouldConfineEachContainer() {
        assertThat(MANIFESTS.stream().filter(m -> m.at("spec", "template").isThere()))
                .hasSize(Deployable.values().length + 1)
                .allSatisfy(workload -> {
                    Node pod = workload.at("spec", "template", "spec");
                    assertThat(pod.at("securityContext", "runAsNonRoot").value())
                            .isEqualTo(true);
                    assertThat(pod.at("securityContext", "runAsUser").value()).isEqualTo(10001);
                    assertThat(pod.at("securityContext", "seccompProfile", "type")
                                    .text())
                            .isEqualTo("RuntimeDefault");
                    assertThat(pod.at("automountServiceAccountToken").value()).isEqualTo(false);
                    assertThat(pod.at("enableServiceLinks").value()).isEqualTo(false);
                    assertThat(pod.at("containers").items()).allSatisfy(container -> {
                        Node context = container.at("securityContext");
                        assertThat(context.at("readOnlyRootFilesystem").value()).isEqualTo(true);
                        assertThat(context.at("allowPrivilegeEscalation").value())
                                .isEqualTo(false);
                        assertThat(context.at("capabilities", "drop").texts()).containsExactly("ALL");
                        assertThat(container.at("resources", "requests").keys())
                                .containsExactlyInAnyOrder("cpu", "memory");
                        assertThat(container.at("resources", "limits", "memory").text())
                                .isNotBlank();
                    });
                });
    }

    @ParameterizedTest
    @EnumSource(Deployable.class)
    void shouldShareTheFilesAmongAllPods(Deployable service) {
        // given
        Node pod = find("Deployment", service.module()).at("spec", "template", "spec");

        // when, then
        assertThat(container(service).at("volumeMounts").items())
                .filteredOn(mount -> mount.at("name").text().equals("files"))
                .extracting(mount -> mount.at("mountPath").text())
                .containsExactly(environment(service).get("PARAGON_FILES_DIRECTORY"));
        assertThat(pod.at("volumes").items())
                .filteredOn(volume -> volume.at("name").text().equals("files"))
                .extracting(volume ->
                        volume.at("persistentVolumeClaim", "claimName").text())
                .containsExactly("paragon-files");
        assertThat(find("PersistentVolumeClaim", "paragon-files")
                        .at("spec", "accessModes")
                        .texts())
                .containsExactly("ReadWriteMany");
    }

    @Test
    void shouldMakeTheTopicsAsComposeDoes() {
        // given
        Node job = find("Job", "paragon-topics")
                .at("spec", "template", "spec", "containers")
                .items()
                .getFirst();
        Node topics = COMPOSE.at("services", "topics");

        // when, then
        assertThat(job.at("command").texts()).isEqualTo(topics.at("entrypoint").texts());
        assertThat(topics.at("image").text()).startsWith(job.at("image").text() + ":");
        assertThat(job.at("envFrom").items())
                .extracting(source -> source.at("configMapRef", "name").text())
                .containsExactly("paragon");
    }

    @Test
    void shouldHoldNoSecret() {
        assertThat(names("Secret")).isEmpty();
        assertThat(shared().keySet()).noneMatch(key -> key.contains("PASSWORD"));
        assertThat(container(Deployable.PERSISTENCE).at("env").items())
                .filteredOn(variable -> variable.at("name").text().equals("QUARKUS_DATASOURCE_PASSWORD"))
                .singleElement()
                .satisfies(variable -> assertThat(
                                variable.at("valueFrom", "secretKeyRef", "name").text())
                        .isEqualTo("paragon-database"));
    }

    private static List<String> names(String kind) {
        return MANIFESTS.stream()
                .filter(m -> kind.equals(m.at("kind").text()))
                .map(m -> m.at("metadata", "name").text())
                .toList();
    }

    private static Node find(String kind, String name) {
        Predicate<Node> wanted = m -> kind.equals(m.at("kind").text())
                && name.equals(m.at("metadata", "name").text());
        return MANIFESTS.stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " " + name + " in " + FOLDER));
    }

    private static Node container(Deployable service) {
        return find("Deployment", service.module())
                .at("spec", "template", "spec", "containers")
                .items()
                .getFirst();
    }

    private static Node compose(Deployable service) {
        return COMPOSE.at("services", service.module());
    }

    private static Map<String, String> shared() {
        return find("ConfigMap", "paragon").at("data").textEntries();
    }

    /** The variables of the deployment itself; those from a secret have no value here. */
    private static Map<String, String> own(Deployable service) {
        Map<String, String> own = new TreeMap<>();
        container(service)
                .at("env")
                .items()
                .forEach(v -> own.put(
                        v.at("name").text(),
                        v.at("value").isThere() ? v.at("value").text() : "(secret)"));
        return own;
    }

    /** The whole environment of the service. */
    private static Map<String, String> environment(Deployable service) {
        Map<String, String> all = new TreeMap<>(ImageFile.environment());
        all.putAll(shared());
        all.putAll(own(service));
        return all;
    }

    private static int megabytes(String size) {
        String unit = size.replaceAll("[0-9]", "").toLowerCase(Locale.ROOT);
        int number = Integer.parseInt(size.replaceAll("[^0-9]", ""));
        return switch (unit) {
            case "m", "mi" -> number;
            case "g", "gi" -> number * 1024;
            default -> throw new AssertionError("a unit that this test does not know: " + size);
        };
    }
}
