package pl.paragon.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.running.RunningParagon;
import pl.paragon.s3server.S3Server;
import pl.paragon.testsupport.DrawnReceipts;

/** The services share a bucket and no folder; while it is away, jobs wait for it. */
class S3FilesE2E {

    @TempDir
    private Path folder;

    private S3Server server;
    private RunningParagon paragon;
    private ReceiptApi api;

    @BeforeEach
    void start() {
        server = S3Server.start(folder.resolve("s3"));
        Map<String, String> settings = new HashMap<>(server.environment());
        paragon = RunningParagon.in(Path.of("target", "paragon-" + System.nanoTime()), settings)
                .up();
        api = new ReceiptApi(paragon.client());
    }

    @AfterEach
    void stop() {
        paragon.close();
        server.close();
    }

    @Test
    void shouldReadAReceiptOutOfABucketAndWaitWhileItIsAway() throws IOException {
        // when
        String job = api.process(receipt("first.pdf"));

        // then
        assertThat(total(api.awaitEnd(job))).isEqualByComparingTo("26.77");
        assertThat(stored(job))
                .as("every mark of a start is gone")
                .containsExactlyInAnyOrder("upload", "text.json", "analysis.json");
        assertThat(paragon.files()).satisfiesAnyOf(f -> assertThat(f).doesNotExist(), f -> assertThat(f)
                .isEmptyDirectory());

        // given
        stages("pause", "ocr", "--for", "2h", "--reason", "Wymiana dysku");
        String waiting = api.process(receipt("second.pdf"));

        // when
        server.process().kill();
        stages("resume", "ocr");

        // then
        await().atMost(SharedParagon.PATIENCE)
                .until(() ->
                        api.status(waiting).at("/waiting_for/code").asText().equals("STORE_UNAVAILABLE"));
        try (Gateway gateway = new Gateway(paragon.url())) {
            assertThat(gateway.upload(DrawnReceipts.write(DrawnReceipts.picture(), folder.resolve("third.png")), "anna")
                            .status())
                    .isEqualTo(503);
        }

        // when
        server = S3Server.start(folder.resolve("s3"), server.port());

        // then
        assertThat(total(api.awaitEnd(waiting))).isEqualByComparingTo("26.77");
    }

    private static BigDecimal total(JsonNode end) {
        assertThat(end.path("status").asText()).as(end.toPrettyString()).isEqualTo("SUCCESS");
        return end.at("/result/analysis/total_amount").decimalValue();
    }

    private Path receipt(String name) {
        return DrawnReceipts.writeTextPdf(folder.resolve(name), 1);
    }

    private Stream<String> stored(String job) throws IOException {
        Path objects =
                folder.resolve("s3").resolve(S3Server.BUCKET).resolve("jobs").resolve(job);
        try (Stream<Path> names = Files.list(objects)) {
            return names.map(name -> name.getFileName().toString()).toList().stream();
        }
    }

    private void stages(String... words) {
        String[] command = new String[words.length + 1];
        command[0] = "stages";
        System.arraycopy(words, 0, command, 1, words.length);
        assertThat(paragon.command(command).exitCode()).isZero();
    }
}
