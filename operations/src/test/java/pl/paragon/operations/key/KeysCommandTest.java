package pl.paragon.operations.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import picocli.CommandLine;
import pl.paragon.operations.installation.PlayedWorker;

/** Against a persistence-worker that answers what it is told to. */
class KeysCommandTest {

    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
    private static final String FIRST = "AAAAAAAAAAAA";
    private static final String SECOND = "BBBBBBBBBBBB";

    @RegisterExtension
    private final PlayedWorker worker = new PlayedWorker();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void shouldPrintANewKeyAloneSoThatAScriptCanTakeIt() {
        // given
        worker.answers(
                "POST /internal/keys", "{\"key\":\"prgn_x\",\"record\":%s}".formatted(key(FIRST, "null", "null")));

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
        assertThat(worker.requests())
                .containsExactly("POST /internal/keys {\"owner\":\"anna\",\"name\":\"kasa\","
                        + "\"scopes\":[\"receipts:read\",\"receipts:write\"],\"expires_at\":\"2026-06-12T12:00:00Z\"}");
    }

    @Test
    void shouldListWhatStateTheyAreIn() {
        // given
        worker.answers(
                "GET /internal/keys",
                "{\"keys\":[%s,%s,%s]}"
                        .formatted(
                                key(FIRST, "\"2026-03-14T12:00:01Z\"", "null"),
                                key(SECOND, "\"2026-03-14T12:00:00Z\"", "null"),
                                key("CCCCCCCCCCCC", "null", "\"2026-03-14T11:00:00Z\"")));

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
        worker.answers("DELETE /internal/keys/" + FIRST, key(FIRST, "null", "\"2026-03-14T12:00:00.1Z\""));

        // when, then
        assertThat(run("revoke", FIRST)).isZero();
        assertThat(run("revoke", SECOND, FIRST)).isEqualTo(1);
        assertThat(out.toString()).contains(FIRST + ": revoked at 2026-03-14T12:00:00Z");
        assertThat(err.toString()).contains("There is no key " + SECOND);
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
        assertThat(worker.requests()).isEmpty();
        assertThat(err.toString())
                .contains("owner is missing", "There is no scope everything", "soon is no time span", "no id of a key");
    }

    private static String key(String id, String expiresAt, String revokedAt) {
        return """
                {"id":"%s","owner":"anna","name":"kasa","scopes":["receipts:read"],\
                "created_at":"2026-03-01T10:00:00Z","expires_at":%s,"revoked_at":%s,"last_used_at":null}""".formatted(id, expiresAt, revokedAt);
    }

    private int run(String... arguments) {
        return new CommandLine(new KeysCommand(worker.installation(), Clock.fixed(NOON, ZoneOffset.UTC)))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
