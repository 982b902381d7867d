package pl.paragon.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.contracts.json.Json;
import pl.paragon.running.RunningParagon;
import pl.paragon.testsupport.DrawnReceipts;

/** JavaScript as it was written for the predecessor, in Node: upload, polling, WebSocket. Skipped without Node 20. */
@ExtendWith(SharedParagon.class)
class PollingClientE2E {

    private final RunningParagon paragon;

    @TempDir
    private Path folder;

    PollingClientE2E(RunningParagon paragon) {
        this.paragon = paragon;
    }

    @Test
    void shouldGetItsReceiptByPollingAndHearOfItOverAWebSocket() throws Exception {
        assumeTrue(
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(directory -> Files.isExecutable(Path.of(directory, "node"))),
                "there is no node on the PATH");
        // given
        Path picture = DrawnReceipts.write(DrawnReceipts.picture(), folder.resolve("paragon.png"));

        // when
        JsonNode got = run(picture);

        // then
        assertThat(got.path("upload").asInt()).isEqualTo(202);
        assertThat(got.path("statuses")).last().satisfies(last -> assertThat(last.asText())
                .isEqualTo("SUCCESS"));
        assertThat(got.at("/result/status").asText()).isEqualTo("SUCCESS");
        assertThat(got.at("/result/analysis/total_amount").decimalValue()).isEqualByComparingTo("26.77");
        assertThat(got.at("/receipt/filename").asText()).isEqualTo("paragon.png");
        assertThat(got.at("/receipt/total").decimalValue()).isEqualByComparingTo("26.77");
    }

    private JsonNode run(Path picture) throws IOException, InterruptedException, URISyntaxException {
        Path script = Path.of(
                PollingClientE2E.class.getResource("/polling-client.mjs").toURI());
        Path out = folder.resolve("out.json");
        Path err = folder.resolve("err.txt");
        Process node = new ProcessBuilder(
                        "node",
                        "--experimental-websocket",
                        script.toString(),
                        paragon.url().toString().replaceAll("/+$", ""),
                        picture.toString())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            assertThat(node.waitFor(SharedParagon.PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                    .isTrue();
        } finally {
            node.destroyForcibly();
        }
        assertThat(node.exitValue()).as(Files.readString(err)).isZero();
        return Json.mapper().readTree(Files.readString(out, StandardCharsets.UTF_8));
    }
}
