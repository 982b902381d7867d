package pl.paragon.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.running.service.Ports;
import pl.paragon.running.stack.Condition;
import pl.paragon.running.stack.PartState;
import pl.paragon.running.stack.ProcessRecord;
import pl.paragon.running.stack.StackHome;
import pl.paragon.running.stack.StackState;
import pl.paragon.running.stack.StateFile;
import pl.paragon.servers.FreePorts;
import pl.paragon.servers.process.Signal;

/** The commands as a user runs them, with real servers and with stand-ins for the four services. */
class LocalStackIT {

    // Longer than anything may take that the stack itself is patient with: three minutes for servers, five for
    // services.
    private static final Duration LONG = Duration.ofMinutes(15);

    @TempDir
    Path checkout;

    private StackHome home;
    private Ports ports;

    private record Outcome(int exitCode, String output) {}

    @BeforeEach
    void setUp() throws IOException {
        FakeService.packInto(checkout);
        home = new StackHome(checkout.resolve(".paragon"));
        ports = Ports.free();
    }

    @AfterEach
    void tearDown() throws Exception {
        paragon("down", "--now");
    }

    @Test
    void shouldComeUpConfigureTheServicesAndGoDownLeavingNothing() throws Exception {
        // when
        Outcome up = up();
        List<ProcessHandle> running = processes();
        String environment = get("http://127.0.0.1:" + ports.ocr() + "/environment");
        Outcome again = up();
        Outcome status = paragon("status");
        Outcome down = paragon("down", "--now");

        // then
        assertThat(up.output()).contains("kafka", "ready", "curl -F file=@receipt.jpg http://localhost:" + ports.api());
        assertThat(up.exitCode()).isZero();
        assertThat(again)
                .isEqualTo(new Outcome(
                        0,
                        "Paragon is already running: http://localhost:" + ports.api()
                                + "\nIts state: ./paragon status\n"));
        assertThat(environment)
                .contains("KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:" + ports.kafka())
                .contains("QUARKUS_REDIS_HOSTS=redis://127.0.0.1:" + ports.redis())
                .contains("QUARKUS_DATASOURCE_JDBC_URL=jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/paragon")
                .contains("PARAGON_PERSISTENCE_URL=http://127.0.0.1:" + ports.persistence())
                .contains("PARAGON_FILES_DIRECTORY=" + home.files())
                .contains("PARAGON_RATE_LIMIT_ENABLED=false")
                .contains("QUARKUS_HTTP_HOST=127.0.0.1");
        assertThat(status.output()).contains("postgres", "persistence-worker", "MiB resident in all");
        assertThat(status.exitCode()).isZero();
        assertThat(down.exitCode()).isZero();
        assertThat(running).hasSize(8).noneMatch(ProcessHandle::isAlive);
        assertThat(paragon("down").output()).isEqualTo("Paragon is not running.\n");
        assertThat(paragon("status").exitCode()).isEqualTo(1);
    }

    @Test
    void shouldBringBackWhatDiesAndKeepTheRest() throws Exception {
        // given
        up();
        ProcessHandle ocr = process("ocr-worker");
        ProcessHandle kafka = process("kafka");

        // when
        ocr.destroyForcibly();
        kafka.destroyForcibly();

        // then
        await().atMost(LONG).untilAsserted(() -> {
            assertThat(part("ocr-worker").restarts()).isEqualTo(1);
            assertThat(part("kafka").restarts()).isEqualTo(1);
            assertThat(state().parts()).allMatch(p -> p.condition() == Condition.READY);
        });
        assertThat(part("redis").restarts()).isZero();
        assertThat(paragon("logs", "supervisor").output()).contains("ocr-worker was ended by signal 9");
    }

    @Test
    void shouldLeaveNothingWhenTheSupervisorIsKilledAndStartFreshIfAsked() throws Exception {
        // given
        up();
        List<ProcessHandle> running = processes();

        Path upload = Files.writeString(home.files().resolve("upload"), "a receipt");

        // when
        state().supervisor().find().orElseThrow().destroyForcibly();

        // then
        await().atMost(LONG).until(() -> running.stream().noneMatch(ProcessHandle::isAlive));
        assertThat(paragon("status").exitCode()).isEqualTo(1);
        assertThat(upload).exists();
        assertThat(run(Map.of(), with(upArguments(), "--fresh")).exitCode()).isZero();
        assertThat(upload).doesNotExist();
    }

    @Test
    void shouldLeaveNothingWhenTheStartIsInterrupted() throws Exception {
        // given
        Process up = start(Map.of("FAKE_SERVICES", "never ready"), upArguments());
        await().atMost(LONG).until(() -> new StateFile(home)
                .read()
                .filter(s -> s.parts().stream().allMatch(p -> p.process().isPresent()))
                .isPresent());
        List<ProcessHandle> running = processes();

        // when
        Signal.INT.send(up.toHandle());

        // then
        assertThat(up.waitFor(LONG)).isTrue();
        assertThat(running).hasSize(8).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void shouldSayWhyItDoesNotStartAndLeaveNothing() throws Exception {
        // when
        Outcome up = run(Map.of("FAKE_SERVICES", "broken"), upArguments());

        // then
        assertThat(up.exitCode()).isEqualTo(1);
        assertThat(up.output())
                .contains(
                        "Paragon did not start.",
                        "ended before it was ready",
                        "there is no model",
                        home.logs().toString());
        assertThat(processes()).isEmpty();
    }

    @Test
    void shouldNameTheOwnerOfAPortBeforeItStartsAnything() throws Exception {
        try (ServerSocket taken = new ServerSocket(ports.redis(), 1, InetAddress.getLoopbackAddress())) {
            // when
            Outcome up = up();

            // then
            assertThat(up.exitCode()).isEqualTo(1);
            assertThat(up.output())
                    .contains("Port " + taken.getLocalPort() + " (--redis-port) is in use by process "
                            + ProcessHandle.current().pid());
            assertThat(home.state()).doesNotExist();
        }
    }

    @Test
    void shouldStartPrometheusBesideItIfAsked() throws Exception {
        // given: a stand-in, which says that it is ready as Prometheus does
        Path prometheus = Files.writeString(checkout.resolve("prometheus"), """
                #!/bin/sh
                echo "Server is ready to receive web requests. $*"
                exec sleep 3600
                """);
        assertThat(prometheus.toFile().setExecutable(true)).isTrue();
        int port = FreePorts.one();
        Map<String, String> here = Map.of("PARAGON_PROMETHEUS", prometheus.toString());
        List<String> watched = with(upArguments(), "--watch", "--prometheus-port", Integer.toString(port));

        // when
        Outcome up = run(here, watched);
        Outcome log = paragon("logs", "prometheus");
        Outcome again = run(here, watched);
        List<ProcessHandle> running = processes();
        paragon("down", "--now");

        // then
        assertThat(up.output()).contains("Prometheus, with the alerts: http://localhost:" + port);
        assertThat(up.exitCode()).isZero();
        assertThat(log.output())
                .contains(
                        "--config.file=" + home.data("prometheus").resolve("prometheus.yml"),
                        "--web.listen-address=127.0.0.1:" + port);
        assertThat(again.exitCode()).isZero();
        assertThat(running).hasSize(9).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void shouldSayWhatIsNotBuilt() throws Exception {
        // given
        Files.delete(checkout.resolve("ocr-worker/target/quarkus-app/quarkus-run.jar"));

        // then
        assertThat(up()).isEqualTo(new Outcome(1, "Not built yet: ocr-worker. Build it: ./paragon build\n"));
    }

    private Outcome up() throws Exception {
        return run(Map.of(), upArguments());
    }

    private List<String> upArguments() {
        List<String> arguments = new ArrayList<>(List.of("up", "--no-training"));
        ports.byOption().forEach((option, port) -> arguments.addAll(List.of("--" + option, Integer.toString(port))));
        return arguments;
    }

    private Outcome paragon(String... arguments) throws Exception {
        return run(Map.of(), List.of(arguments));
    }

    private Outcome run(Map<String, String> environment, List<String> arguments) throws Exception {
        Process process = start(environment, arguments);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }

    private Process start(Map<String, String> environment, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Paragon.class.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().put("PARAGON_CHECKOUT", checkout.toString());
        builder.environment().put("PARAGON_HOME", home.directory().toString());
        builder.environment().put("PARAGON_TERMINAL", "no");
        return builder.start();
    }

    private static List<String> with(List<String> arguments, String... more) {
        arguments.addAll(List.of(more));
        return arguments;
    }

    private StackState state() {
        return new StateFile(home).read().orElseThrow();
    }

    private PartState part(String name) {
        return state().parts().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private ProcessHandle process(String name) {
        return part(name).process().flatMap(ProcessRecord::find).orElseThrow();
    }

    /** Of all parts, and of the supervisor. */
    private List<ProcessHandle> processes() {
        List<ProcessHandle> processes = new ArrayList<>();
        state().supervisor().find().ifPresent(processes::add);
        state().parts().forEach(p -> p.process().flatMap(ProcessRecord::find).ifPresent(processes::add));
        return processes;
    }

    private static String get(String url) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
