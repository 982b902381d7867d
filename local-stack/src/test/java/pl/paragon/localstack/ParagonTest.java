package pl.paragon.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ParagonTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void shouldBeNamedInTheScriptsOwnHelpWithEachOfItsCommands() throws IOException {
        // given
        String script = Files.readString(Path.of("..", "paragon"));

        // then
        assertThat(Paragon.commandLine().getSubcommands()).allSatisfy((name, command) -> assertThat(
                        command.getCommandSpec().usageMessage().hidden() || script.contains("\n  " + name + " "))
                .as("the help of the script names %s", name)
                .isTrue());
    }

    @Test
    void shouldExplainEachCommand() {
        assertThat(Paragon.commandLine().getSubcommands().keySet())
                .allSatisfy(name -> assertThat(run(name, "--help")).isZero());
        assertThat(out.toString()).contains("--fresh", "--api-port", "--json", "--follow", "--now");
    }

    @Test
    void shouldExplainWhatAnOperatorDoes() {
        for (String subcommand : new String[] {"list", "show", "replay"}) {
            assertThat(run("dead-letters", subcommand, "--help")).isZero();
            assertThat(run("failed-jobs", subcommand, "--help")).isZero();
        }
        for (String subcommand : new String[] {"create", "list", "revoke"}) {
            assertThat(run("keys", subcommand, "--help")).isZero();
        }
        assertThat(out.toString())
                .contains(
                        "./paragon keys create",
                        "./paragon dead-letters replay",
                        "./paragon failed-jobs show",
                        "--kafka");
    }

    @Test
    void shouldRefuseWhatItDoesNotKnow() {
        assertThat(run("upp")).isEqualTo(2);
        assertThat(run("up", "--frsh")).isEqualTo(2);
        assertThat(run("up", "--api-port", "eight")).isEqualTo(2);
        assertThat(run("process")).isEqualTo(2);
        assertThat(run("process", "missing.jpg")).isEqualTo(2);
        assertThat(err.toString()).contains("Did you mean", "--fresh", "missing.jpg");
    }

    @Test
    void shouldSayInOneLineWhatIsWrong() {
        assertThat(run("up", "--api-port", "1", "--ocr-port", "1")).isEqualTo(1);
        assertThat(err.toString()).isEqualTo("port 1 is given to 2 parts of the stack\n");
    }

    private int run(String... arguments) {
        CommandLine commandLine = Paragon.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments);
    }
}
