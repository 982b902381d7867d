package pl.paragon.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.error.ErrorType;
import pl.paragon.running.RunningParagon;
import pl.paragon.running.client.ReceiptClient;
import pl.paragon.running.stack.PartState;
import pl.paragon.testsupport.DrawnReceipts;
import pl.paragon.testsupport.hostile.HostileFile;
import pl.paragon.testsupport.hostile.HostileFiles;

/**
 * Files that mean harm, uploaded by the hundred: each ends with a reason, no worker dies, and the receipts beside them
 * are read.
 */
@ExtendWith(SharedParagon.class)
class HostileFilesE2E {

    private static final int HOSTILE_FOR_EACH_RECEIPT = 10;
    private final RunningParagon paragon;
    private final ReceiptApi api;

    @TempDir
    private Path folder;

    HostileFilesE2E(RunningParagon paragon) {
        this.paragon = paragon;
        this.api = new ReceiptApi(paragon.client());
    }

    @Test
    void shouldRefuseHostileFilesWithAReasonAndReadTheReceiptsBesideThem() {
        // given
        List<HostileFile> hostile = HostileFiles.all();
        assertThat(hostile).hasSizeGreaterThanOrEqualTo(200);
        Map<String, Long> workers = processes();
        Path receipt = DrawnReceipts.write(DrawnReceipts.picture(), folder.resolve("paragon.png"));

        // when
        Map<String, HostileFile> accepted = new LinkedHashMap<>();
        List<String> plain = new ArrayList<>();
        for (HostileFile file : hostile) {
            submit(file).ifPresent(job -> accepted.put(job, file));
            if (accepted.size() % HOSTILE_FOR_EACH_RECEIPT == 0) {
                plain.add(api.process(receipt));
            }
        }

        // then
        assertThat(plain).isNotEmpty().allSatisfy(job -> assertThat(
                        api.awaitEnd(job).path("status").asText())
                .isEqualTo("SUCCESS"));
        accepted.forEach((job, file) -> {
            JsonNode end = api.awaitEnd(job);
            assertThat(isExpected(file, end))
                    .as("%s ended as %s", file.name(), end.toPrettyString())
                    .isTrue();
        });
        assertThat(processes()).as("the same processes as before").isEqualTo(workers);
    }

    /** With which code exactly is for the OCR worker's own tests to say; here it has to be the file's fault. */
    private static boolean isExpected(HostileFile file, JsonNode end) {
        return switch (end.path("status").asText()) {
            case "SUCCESS" -> file.mayBeRead();
            default -> ErrorCode.valueOf(end.at("/error_details/code").asText()).type() == ErrorType.DOCUMENT;
        };
    }

    /** Empty if the gateway refuses it at once, which is as good. */
    private Optional<String> submit(HostileFile file) {
        try {
            return Optional.of(api.process(Files.write(folder.resolve(file.name() + suffix(file)), file.bytes())));
        } catch (ReceiptClient.RefusedException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String suffix(HostileFile file) {
        return "." + file.mediaType().substring(file.mediaType().indexOf('/') + 1);
    }

    /** The process of each part of the stack; one that is restarted has another. */
    private Map<String, Long> processes() {
        Map<String, Long> processes = new LinkedHashMap<>();
        for (PartState part : paragon.state().parts()) {
            processes.put(part.name(), part.process().orElseThrow().pid());
        }
        return processes;
    }
}
