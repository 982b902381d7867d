package pl.paragon.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.running.RunningParagon;
import pl.paragon.running.client.ReceiptClient;

/** Whoever sends a file that cannot be read is told why, in Polish and in English. */
@ExtendWith(SharedParagon.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErrorCodesE2E {

    /** Codes that no file causes by itself, and what does: its own tests are beside that. */
    private static final Map<ErrorCode, String> OF_NO_FILE = Map.ofEntries(
            Map.entry(ErrorCode.FILE_MISSING, "somebody removed the file from the store"),
            Map.entry(ErrorCode.OCR_TIMEOUT, "a machine so slow that a page within all limits takes minutes"),
            Map.entry(ErrorCode.ANALYSIS_TIMEOUT, "a model server that does not answer"),
            Map.entry(ErrorCode.STORE_UNAVAILABLE, "the file store is away"),
            Map.entry(ErrorCode.DATABASE_UNAVAILABLE, "PostgreSQL is away"),
            Map.entry(ErrorCode.BROKER_UNAVAILABLE, "Kafka is away"),
            Map.entry(ErrorCode.DATABASE_ERROR, "PostgreSQL refuses a statement"),
            Map.entry(ErrorCode.TIME_LIMIT_EXCEEDED, "retries that took longer than a job may"),
            Map.entry(ErrorCode.WORKER_CRASHED, "a worker that was killed again and again; no file is known to do it"),
            Map.entry(ErrorCode.UNDECODABLE_RECORD, "a record of somebody else in a topic"),
            Map.entry(ErrorCode.INTERNAL_ERROR, "a defect of the program"));

    private final ReceiptApi api;
    private final Map<String, Upload> uploads = new HashMap<>();

    ErrorCodesE2E(RunningParagon paragon) {
        this.api = new ReceiptApi(paragon.client());
    }

    static List<FailingFile> files() {
        return FailingFile.all();
    }

    /** All at once: they are read while the first are looked at. */
    @BeforeAll
    void uploadAll(@TempDir Path folder) {
        files().forEach(file -> uploads.put(file.name(), upload(file.writeInto(folder))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void shouldSayWhyAFileCannotBeRead(FailingFile file) {
        // when
        Refused refused = end(uploads.get(file.name()));

        // then
        assertThat(refused.code()).as(refused.toString()).isEqualTo(file.code().name());
        assertThat(refused.polish()).contains(file.code().message());
        assertThat(refused.english()).contains(file.code().messageEn());
    }

    @Test
    void shouldHaveAFileForEachCodeThatAFileCanCause() {
        // given
        Set<ErrorCode> caused = files().stream().map(FailingFile::code).collect(Collectors.toSet());

        // then
        assertThat(caused).doesNotContainAnyElementsOf(OF_NO_FILE.keySet());
        caused.addAll(OF_NO_FILE.keySet());
        assertThat(caused)
                .as("a code needs a file in FailingFile, or its cause in OF_NO_FILE")
                .containsExactlyInAnyOrder(ErrorCode.values());
    }

    private Upload upload(Path file) {
        try {
            return new Accepted(api.process(file));
        } catch (ReceiptClient.RefusedException e) {
            // The gateway's message holds both sentences.
            return new Refused(e.code(), e.getMessage(), e.getMessage());
        }
    }

    private Refused end(Upload upload) {
        return switch (upload) {
            case Refused refused -> refused;
            case Accepted(String job) -> {
                JsonNode end = api.awaitEnd(job);
                JsonNode why = end.path("error_details");
                yield new Refused(
                        why.path("code").asText("none: " + end.path("status").asText()),
                        end.path("error").asText(),
                        why.path("message_en").asText());
            }
        };
    }

    private sealed interface Upload {}

    private record Accepted(String job) implements Upload {}

    private record Refused(String code, String polish, String english) implements Upload {}
}
