package pl.paragon.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ComposeFileTest {

    private static final Node COMPOSE = Checkout.yaml("docker-compose.yml");
    private static final Set<String> OTHERS = Set.of(
            "kafka",
            "redis",
            "postgres",
            "topics",
            "prometheus",
            "grafana",
            "jaeger",
            "s3",
            "bucket",
            "ollama",
            "model");

    @Test
    void shouldRunTheFourServicesAndWhatTheyNeed() {
        // given
        Set<String> expected = new TreeSet<>(OTHERS);
        Stream.of(Deployable.values()).map(Deployable::module).forEach(expected::add);

        // when, then
        assertThat(COMPOSE.at("services").keys()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @EnumSource(Deployable.class)
    void shouldBuildEachServiceIntoAnImageOfItsOwn(Deployable service) {
        // given
        Node container = container(service);

        // when, then
        assertThat(container.at("image").text())
                .isEqualTo("paragon/" + service.module() + ":${PARAGON_VERSION:-latest}");
        assertThat(container.at("build", "args", "SERVICE").text()).isEqualTo(service.module());
    }

    @ParameterizedTest
    @EnumSource(Deployable.class)
    void shouldStartTheJvmAsTheLocalStackDoes(Deployable service) {
        // given
        String heap = environment(service).get("JDK_JAVA_OPTIONS");

        // when, then
        assertThat(Stream.concat(ImageFile.jvmOptions().stream(), Stream.of(heap.split(" "))))
                .containsExactlyInAnyOrderElementsOf(service.jvmOptions());
    }

    @Test
    void shouldUseTheAotCacheThatItsTrainingRunLeaves() {
        assertThat(ImageFile.entrypoint())
                .containsExactly(
                        "java",
                        "@/deployments/java.options",
                        "-XX:AOTCache=/deployments/application.aot",
                        "-jar",
                        "/deployments/quarkus-run.jar");
        assertThat(Checkout.text("container/train"))
                .contains(
                        "java @/deployments/java.options ",
                        " -XX:TieredStopAtLevel=1 ",
                        " -jar /deployments/quarkus-run.jar &");
        assertThat(ImageFile.text()).contains("COPY --from=training /tmp/application.aot /deployments/");
    }

    @Test
    void shouldGiveTheBuildOfAnImageWhatItCopies() {
        // given
        List<PathMatcher> let = Checkout.text(".dockerignore")
                .lines()
                .filter(line -> line.startsWith("!"))
                .map(line -> FileSystems.getDefault().getPathMatcher("glob:" + line.substring(1)))
                .toList();

        // when, then
        assertThat(ImageFile.copied().filter(source -> !source.equals(".")))
                .as("what the Dockerfile copies, and .dockerignore lets through")
                .isNotEmpty()
                .allSatisfy(source -> assertThat(let)
                        .anyMatch(glob -> glob.matches(Path.of(source))
                                || glob.matches(Path.of(source).resolve("any"))));
    }

    @Test
    void shouldDateItsImagesAsTheBuildDatesWhatIsInArchives() {
        String timestamp = Checkout.text("pom.xml")
                .replaceAll("(?s).*<project.build.outputTimestamp>(.*)</project.build.outputTimestamp>.*", "$1");

        assertThat(container(Deployable.API)
                        .at("build", "args", "SOURCE_DATE_EPOCH")
                        .text())
                .isEqualTo("${SOURCE_DATE_EPOCH:-" + Instant.parse(timestamp).getEpochSecond() + "}");
    }

    @ParameterizedTest
    @EnumSource(Deployable.class)
    void shouldSetKeysThatTheServiceKnows(Deployable service) {
        assertThat(ConfigurationKeys.environmentNames(service.module()))
                .as("no service reads this key: correct its name here, or in docker-compose.yml")
                .containsAll(environment(service).keySet().stream()
                        .filter(key -> !key.startsWith("AWS_"))
                        .toList());
    }

    @Test
    void shouldLetTheAnalysisWorkerAloneOutToAModelAndOnlyWhereThatIsAskedFor() {
        // given
        Node beside = Checkout.yaml("docker-compose.model.yml");
        Node worker = beside.at("services", Deployable.ANALYSIS.module());

        // when, then
        assertThat(container(Deployable.ANALYSIS).at("networks").texts()).containsExactly("inner");
        assertThat(beside.at("services").keys()).containsExactly(Deployable.ANALYSIS.module());
        assertThat(worker.at("networks").texts()).containsExactly("inner", "models");
        assertThat(ConfigurationKeys.environmentNames(Deployable.ANALYSIS.module()))
                .containsAll(worker.at("environment").keys());
    }

    @Test
    void shouldAskNoModelUnlessOneIsWantedAndThenTheOneThatIsDownloaded() {
        // given
        Map<String, String> worker = environment(Deployable.ANALYSIS);
        Node ollama = COMPOSE.at("services", "ollama");

        // when, then
        assertThat(worker).containsEntry("PARAGON_ANALYSIS_ENGINE", "${PARAGON_ANALYSIS_ENGINE:-grammar}");
        assertThat(worker.get("PARAGON_ANALYSIS_MODEL_BASE_URL"))
                .isEqualTo("${PARAGON_ANALYSIS_MODEL_BASE_URL:-http://ollama:11434}");
        assertThat(ollama.at("environment", "OLLAMA_HOST").text()).endsWith(":11434");
        assertThat(ollama.at("networks").texts()).contains("inner");
        assertThat(COMPOSE.at("services", "model", "environment", "MODEL").text())
                .isEqualTo(worker.get("PARAGON_ANALYSIS_MODEL_NAME"));
    }

    @Test
    void shouldPassOnEachSettingOfAModelThatIsSetWhereComposeRuns() {
        // given
        Map<String, String> settings = Checkout.yaml("docker-compose.model.yml")
                .at("services", Deployable.ANALYSIS.module(), "environment")
                .textEntries();

        // when, then
        assertThat(settings).containsKeys("PARAGON_ANALYSIS_ENGINE", "PARAGON_ANALYSIS_MODEL_BASE_URL");
        assertThat(settings).allSatisfy((key, value) -> assertThat(value).startsWith("${" + key + ":-"));
    }

    @Test
    void shouldSetKeysInTheImageThatSomeServiceKnows() {
        // given
        Set<String> known = Stream.of(Deployable.values())
                .flatMap(s -> ConfigurationKeys.environmentNames(s.module()).stream())
                .collect(Collectors.toSet());

        // when, then
        assertThat(known).containsAll(ImageFile.environment().keySet());
    }

    @ParameterizedTest
    @EnumSource(Deployable.class)
    void shouldListenOnTheServicesOwnPort(Deployable service) {
        assertThat(environment(service)).containsEntry("QUARKUS_HTTP_PORT", String.valueOf(service.port()));
    }

    @Test
    void shouldTellTheGatewayWhereSavedResultsAre() {
        assertThat(environment(Deployable.API))
                .containsEntry(
                        "PARAGON_PERSISTENCE_URL",
                        "http://" + Deployable.PERSISTENCE.module() + ":" + Deployable.PERSISTENCE.port());
    }

    @Test
    void shouldBeReachedOnLoopbackOnly() {
        // when
        Map<String, Node> published = COMPOSE.at("services").entries();
        published.values().removeIf(container -> !container.at("ports").isThere());

        // then
        assertThat(published).containsOnlyKeys(Deployable.API.module(), "prometheus", "grafana", "jaeger");
        assertThat(published.values())
                .allSatisfy(container ->
                        assertThat(container.at("ports").texts()).allMatch(port -> port.startsWith("127.0.0.1:")));
        assertThat(published.get(Deployable.API.module()).at("ports").texts())
                .containsExactly("127.0.0.1:${PARAGON_PORT:-8000}:" + Deployable.API.port());
        assertThat(COMPOSE.at("networks", "inner", "internal").value()).isEqualTo(true);
    }

    @ParameterizedTest
    @MethodSource("containers")
    void shouldConfineEachContainer(String name) {
        // given
        Node container = COMPOSE.at("services", name);

        // when, then
        assertThat(container.at("read_only").value()).isEqualTo(true);
        assertThat(container.at("cap_drop").texts()).containsExactly("ALL");
        assertThat(container.at("security_opt").texts()).containsExactly("no-new-privileges:true");
        assertThat(container.at("mem_limit").text()).isNotBlank();
        assertThat(container.at("pids_limit").text()).isNotBlank();
        assertThat(container.at("user").text()).isNotEqualTo("root");
        assertThat(container.at("privileged").isThere()).isFalse();
    }

    @Test
    void shouldRunTheServicesAsNobodyInParticular() {
        assertThat(ImageFile.text()).contains("\nUSER 10001:10001\n");
    }

    @ParameterizedTest
    @MethodSource("containers")
    void shouldWaitForHealthNotForStarts(String name) {
        // given
        Node container = COMPOSE.at("services", name);

        // when, then
        assertThat(container.at("healthcheck", "test").isThere()
                        || container.at("healthcheck", "disable").isThere())
                .isTrue();
        assertThat(container.at("depends_on").entries().values())
                .allSatisfy(needed -> assertThat(needed.at("condition").text())
                        .isIn("service_healthy", "service_completed_successfully"));
    }

    @ParameterizedTest
    @EnumSource(Deployable.class)
    void shouldStartAServiceWhenItsTopicsAreMade(Deployable service) {
        assertThat(container(service).at("depends_on", "topics", "condition").text())
                .isEqualTo("service_completed_successfully");
        assertThat(COMPOSE.at("services", "topics", "depends_on", "kafka", "condition")
                        .text())
                .isEqualTo("service_healthy");
    }

    @Test
    void shouldNotMakeTopicsByUsingThem() {
        assertThat(COMPOSE.at("services", "kafka", "volumes").texts())
                .contains("./container/kafka.properties:/mnt/shared/config/server.properties:ro");
        assertThat(Checkout.properties("container/kafka.properties"))
                .containsEntry("auto.create.topics.enable", "false")
                .containsEntry(
                        "advertised.listeners",
                        "PLAINTEXT://" + environment(Deployable.API).get("KAFKA_BOOTSTRAP_SERVERS"));
    }

    @ParameterizedTest
    @EnumSource(Deployable.class)
    void shouldShareTheFiles(Deployable service) {
        assertThat(container(service).at("volumes").texts())
                .contains("files:" + ImageFile.environment().get("PARAGON_FILES_DIRECTORY"));
    }

    @Test
    void shouldKeepWhatMustOutliveAContainerInNamedVolumes() {
        // when
        Set<String> mounted = COMPOSE.at("services").entries().values().stream()
                .flatMap(container -> container.at("volumes").texts().stream())
                .map(volume -> volume.split(":")[0])
                .filter(source -> !source.startsWith("."))
                .collect(Collectors.toSet());

        // then
        assertThat(mounted)
                .containsExactlyInAnyOrderElementsOf(COMPOSE.at("volumes").keys());
        assertThat(mounted).contains("kafka", "redis", "postgres", "files");
    }

    @Test
    void shouldHoldNoSecretAndRefuseToStartWithoutOne() {
        // when
        Map<String, String> passwords = COMPOSE.at("services").entries().values().stream()
                .flatMap(container -> container.at("environment").textEntries().entrySet().stream())
                .filter(entry -> entry.getKey().contains("PASSWORD"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one));

        // then
        assertThat(passwords.remove("MINIO_ROOT_PASSWORD")).isEqualTo("${AWS_SECRET_ACCESS_KEY:-}");
        assertThat(passwords)
                .containsOnlyKeys("POSTGRES_PASSWORD", "QUARKUS_DATASOURCE_PASSWORD")
                .allSatisfy((key, value) -> assertThat(value).startsWith("${POSTGRES_PASSWORD:?"));
        assertThat(Checkout.text(".env.example").lines()).contains("POSTGRES_PASSWORD=");
        assertThat(Checkout.text(".gitignore").lines()).contains(".env");
    }

    @ParameterizedTest
    @EnumSource(Deployable.class)
    void shouldKeepFilesInABucketOnlyIfThatIsAskedFor(Deployable service) {
        assertThat(environment(service))
                .containsEntry("PARAGON_FILES_STORE", "${PARAGON_FILES_STORE:-directory}")
                .containsEntry("PARAGON_FILES_S3_ENDPOINT", "${PARAGON_FILES_S3_ENDPOINT:-http://s3:9000}");
        assertThat(COMPOSE.at("services", "s3", "profiles").texts()).containsExactly("s3");
        assertThat(COMPOSE.at("services", "bucket", "environment", "BUCKET").text())
                .isEqualTo(environment(service).get("PARAGON_FILES_S3_BUCKET"));
        assertThat(container(service).at("depends_on", "bucket", "required").value())
                .as("without the profile there is no container to wait for")
                .isEqualTo(false);
    }

    @ParameterizedTest
    @EnumSource(Deployable.class)
    void shouldTraceJobsOnlyIfItIsSaidWhere(Deployable service) {
        assertThat(environment(service)).containsEntry("PARAGON_TRACING_ENDPOINT", "${PARAGON_TRACING_ENDPOINT:-}");
        assertThat(COMPOSE.at("services", "jaeger", "profiles").texts()).containsExactly("tracing");
    }

    @Test
    void shouldNameTheAddressAtWhichJaegerTakesTraces() {
        // given
        Node jaeger = Checkout.yaml("monitoring/jaeger/jaeger.yaml");
        String listens =
                jaeger.at("receivers", "otlp", "protocols", "http", "endpoint").text();

        // when, then
        assertThat(Checkout.text(".env.example"))
                .contains("PARAGON_TRACING_ENDPOINT=http://jaeger" + listens.substring(listens.indexOf(':'))
                        + "/v1/traces");
        assertThat(COMPOSE.at("services", "jaeger", "healthcheck", "test")
                        .texts()
                        .getLast())
                .startsWith("http://"
                        + jaeger.at("extensions", "healthcheckv2", "http", "endpoint")
                                .text() + "/");
        assertThat(Checkout.text("monitoring/grafana/provisioning/datasources/paragon.yaml"))
                .contains("url: http://jaeger:16686");
    }

    @Test
    void shouldWriteLogLinesForProgramsInContainersAlone() {
        assertThat(ImageFile.environment()).containsEntry("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true");
        assertThat(Checkout.properties("shared-runtime/src/main/resources/META-INF/microprofile-config.properties"))
                .containsEntry("quarkus.log.console.json.enabled", "false");
    }

    @Test
    void shouldBringItsHealthCheckIntoTheImage() {
        assertThat(ImageFile.text()).contains("COPY container/ready container/paragon /usr/local/bin/");
        assertThat(Checkout.ROOT.resolve("container/ready")).matches(Files::isExecutable, "can be run");
        assertThat(container(Deployable.API).at("healthcheck", "test").texts()).containsExactly("CMD", "ready");
    }

    @Test
    void shouldBringTheLicencesOfWhatIsInTheImage() {
        assertThat(ImageFile.text()).contains("COPY licences /deployments/licences");
        assertThat(Checkout.text(".dockerignore").lines()).contains("!licences/**");
    }

    private static Set<String> containers() {
        return COMPOSE.at("services").keys();
    }

    private static Node container(Deployable service) {
        return COMPOSE.at("services", service.module());
    }

    private static Map<String, String> environment(Deployable service) {
        return container(service).at("environment").textEntries();
    }
}
