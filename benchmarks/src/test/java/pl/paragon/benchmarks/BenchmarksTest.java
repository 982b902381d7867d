package pl.paragon.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class BenchmarksTest {

    private final StringWriter errors = new StringWriter();
    private final StringWriter out = new StringWriter();
    private final CommandLine commands =
            Benchmarks.commandLine().setErr(new PrintWriter(errors)).setOut(new PrintWriter(out));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "render",
                "accuracy",
                "cpu",
                "cpu-per-page",
                "memory",
                "status",
                "push",
                "hostile",
                "receipts",
                "forecasts",
                "uploads",
                "statuses",
                "throughput",
                "scaling",
                "hops"
            })
    void shouldExplainEachCommand(String command) {
        assertThat(commands.execute(command, "--help")).isZero();
        assertThat(out.toString()).contains("benchmarks/run " + command);
    }

    @Test
    void shouldRefuseAWrongOption() {
        assertThat(commands.execute("memory", "--wrong")).isEqualTo(2);
        assertThat(errors.toString()).contains("--wrong");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "uploads --repeats 0 | --repeats must be at least 1",
                "uploads --n 0 | --n must be at least 1",
                "uploads --clients 8,0 | --clients must be at least 1",
                "uploads --sizes 200kb | is no size such as 100B, 200kB or 3MB",
                "uploads --reference localhost:18000 | such as http://127.0.0.1:18000/api/v3/receipts",
                "statuses --connections 0 | --connections must be at least 1",
                "statuses --seconds 0 | --seconds must be at least 1",
                "throughput --count 0 | --count must be at least 1",
                "hops --warm-up 0 | --jobs, --warm-up and --repeats must be at least 1",
                "scaling --workers 1 | --workers must be at least 2",
                "uploads --reference host | such as http://127.0.0.1:18000/api/v3/receipts"
            })
    void shouldSayWhatCannotBeMeasured(String words, String sentence) {
        assertThat(commands.execute(words.split(" "))).isEqualTo(2);
        assertThat(errors.toString()).contains(sentence);
    }

    @Test
    void shouldSayInASentenceWhatIsMissing() {
        // when
        int exit = commands.execute("accuracy", "--url", "http://127.0.0.1:9", "/no/such/folder");

        // then
        assertThat(exit).isEqualTo(1);
        assertThat(errors.toString().strip()).isEqualTo("There is no folder /no/such/folder");
    }
}
