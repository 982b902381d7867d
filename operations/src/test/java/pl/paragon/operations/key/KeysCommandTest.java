package pl.paragon.operations.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import pl.paragon.operations.installation.Installation;

/** Against a persistence-worker that answers what it is told to. */
class KeysCommandTest {

    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
    private static final String FIRST = "AAAAAAAAAAAA";
    private static final String SECOND = "BBBBBBBBBBBB";

    private final Map<String, Answer> answers = new TreeMap<>();
    private final List<String> requests = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private HttpServer server;

    private record Answer(int status, String body) {}

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            requests.add(request + " " + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            Answer answer = answers.getOrDefault(request, new Answer(404, ""));
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void hangUp() {
        server.stop(0);
    }

    @Test
    void shouldPrintANewKeyAloneSoThatAScriptCanTakeIt() {
        // given
        answers.put(
                "POST /internal/keys",
                new Answer(200, "{\"key\":\"prgn_x\",\"record\":%s}".formatted(key(FIRST, "null", "null"))));

        // when
        int code = run(
                "create",
                "--owner",
                "anna",
                "--scope",
                "receipts:write,receipts:read",
                "--name",
                "kasa",
                "--expires-in",
                "90d");

        // then
        assertThat(code).isZero();
        assertThat(out.toString().strip()).isEqualTo("prgn_x");
        assertThat(err.toString()).contains("not shown again", "keys revoke " + FIRST);
        assertThat(requests)
                .containsExactly("POST /internal/keys {\"owner\":\"anna\",\"name\":\"kasa\","
                        + "\"scopes\":[\"receipts:read\",\"receipts:write\"],\"expires_at\":\"2026-06-12T12:00:00Z\"}");
    }

    @Test
    void shouldListWhatStateTheyAreIn() {
        // given
        answers.put(
                "GET /internal/keys",
                new Answer(
                        200,
                        "{\"keys\":[%s,%s,%s]}"
                                .formatted(
                                        key(FIRST, "\"2026-03-14T12:00:01Z\"", "null"),
                                        key(SECOND, "\"2026-03-14T12:00:00Z\"", "null"),
                                        key("CCCCCCCCCCCC", "null", "\"2026-03-14T11:00:00Z\""))));

        // when, then
        assertThat(run("list")).isZero();
        assertThat(out.toString().lines().toList())
                .satisfiesExactly(
                        header -> assertThat(header).startsWith("ID"),
                        line -> assertThat(line).contains(FIRST, "valid until 2026-03-14T12:00:01Z", "anna", "never"),
                        line -> assertThat(line).contains(SECOND, "expired"),
                        line -> assertThat(line).contains("CCCCCCCCCCCC", "revoked", "receipts:read"));
        assertThat(run("list", "--json")).isZero();
        assertThat(out.toString().lines().toList().getLast()).startsWith("{\"id\":\"CCCCCCCCCCCC\"");
    }

    @Test
    void shouldRevokeWhatIsNamed() {
        // given
        answers.put(
                "DELETE /internal/keys/" + FIRST, new Answer(200, key(FIRST, "null", "\"2026-03-14T12:00:00.1Z\"")));

        // when, then
        assertThat(run("revoke", FIRST)).isZero();
        assertThat(run("revoke", SECOND, FIRST)).isEqualTo(1);
        assertThat(out.toString()).contains(FIRST + ": revoked at 2026-03-14T12:00:00Z");
        assertThat(err.toString()).contains("There is no key " + SECOND);
    }

    @Test
    void shouldSayThatNothingRunsOrItCannotNow() {
        // given
        answers.put("GET /internal/keys", new Answer(503, ""));

        // when, then
        assertThat(run("list")).isEqualTo(2);
        assertThat(run("list", "--persistence", "http://127.0.0.1:1")).isEqualTo(2);
        assertThat(commandLine(Optional.empty()).execute("list")).isEqualTo(2);
        assertThat(err.toString())
                .contains("cannot do it now", "No persistence-worker answers at http://127.0.0.1:1", "Start it.");
    }

    @Test
    void shouldRefuseWhatMakesNoSense() {
        assertThat(run("create", "--owner", "anna")).isEqualTo(2);
        assertThat(run("create", "--owner", " ", "--scope", "admin")).isEqualTo(2);
        assertThat(run("create", "--owner", "anna", "--scope", "everything")).isEqualTo(2);
        assertThat(run("create", "--owner", "anna", "--scope", "admin", "--expires-in", "soon"))
                .isEqualTo(2);
        assertThat(run("revoke", "../jobs")).isEqualTo(2);
        assertThat(run("revoke")).isEqualTo(2);
        assertThat(requests).isEmpty();
        assertThat(err.toString())
                .contains("owner is missing", "There is no scope everything", "soon is no time span", "no id of a key");
    }

    private static String key(String id, String expiresAt, String revokedAt) {
        return """
                {"id":"%s","owner":"anna","name":"kasa","scopes":["receipts:read"],\
                "created_at":"2026-03-01T10:00:00Z","expires_at":%s,"revoked_at":%s,"last_used_at":null}""".formatted(id, expiresAt, revokedAt);
    }

    private int run(String... arguments) {
        return commandLine(Optional.of(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort())))
                .execute(arguments);
    }

    private CommandLine commandLine(Optional<URI> worker) {
        return new CommandLine(new KeysCommand(
                        new Installation() {
                            @Override
                            public Optional<String> kafka() {
                                return Optional.empty();
                            }

                            @Override
                            public Optional<URI> persistence() {
                                return worker;
                            }

                            @Override
                            public String howToStart() {
                                return "Start it.";
                            }
                        },
                        Clock.fixed(NOON, ZoneOffset.UTC)))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
    }
}
