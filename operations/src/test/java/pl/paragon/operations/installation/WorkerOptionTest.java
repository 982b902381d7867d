package pl.paragon.operations.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import pl.paragon.contracts.json.Json;

/** What all commands that ask a persistence-worker have in common. */
class WorkerOptionTest {

    @RegisterExtension
    private final PlayedWorker worker = new PlayedWorker();

    private final StringWriter err = new StringWriter();

    /** Any contract. */
    private record Thing(int size) {}

    @Test
    void shouldAskTheInstallationsWorker() {
        // given
        worker.answers("GET /things", "{\"size\":7}");
        worker.answers("POST /things", "{\"size\":8}");

        // when
        int code = ask(worker.installation(), asked -> {
            assertThat(asked.post("/things", new Thing(8)).body(Thing.class)).isEqualTo(new Thing(8));
            assertThat(asked.delete("/things/1").found(Thing.class)).isEmpty();
            return asked.get("/things").body(Thing.class).size();
        });

        // then
        assertThat(code).isEqualTo(7);
        assertThat(worker.requests())
                .containsExactly("POST /things " + Json.writeText(new Thing(8)), "DELETE /things/1", "GET /things");
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"503, cannot do it now", "404, no persistence-worker of this version (HTTP 404)"})
    void shouldSayWhyItIsNotDone(int status, String why) {
        worker.answers("GET /things", status);

        assertThat(ask(worker.installation(), WorkerOptionTest::size)).isEqualTo(2);
        assertThat(err.toString()).contains(why);
    }

    @Test
    void shouldSayThatTheAnswerIsNone() {
        worker.answers("GET /things", "<html>");

        assertThat(ask(worker.installation(), WorkerOptionTest::size)).isEqualTo(2);
        assertThat(err.toString()).isNotEmpty();
    }

    @Test
    void shouldSayThatNothingRuns() {
        assertThat(ask(new FixedInstallation(Optional.empty()), WorkerOptionTest::size))
                .isEqualTo(2);
        assertThat(err.toString()).contains("Start it.");
    }

    @Test
    void shouldPreferTheWorkerThatIsNamed() {
        assertThat(ask(worker.installation(), WorkerOptionTest::size, "--persistence", "http://127.0.0.1:1"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("No persistence-worker answers at http://127.0.0.1:1");
        assertThat(worker.requests()).isEmpty();
    }

    private static int size(PersistenceWorker asked) throws IOException, InterruptedException {
        return asked.get("/things").body(Thing.class).size();
    }

    private int ask(Installation installation, WorkerOption.Work work, String... arguments) {
        WorkerOption option = new WorkerOption();
        new CommandLine(CommandLine.Model.CommandSpec.create()
                        .addMixin("worker", CommandLine.Model.CommandSpec.forAnnotatedObject(option)))
                .parseArgs(arguments);
        return option.ask(installation, new PrintWriter(err, true), work);
    }
}
