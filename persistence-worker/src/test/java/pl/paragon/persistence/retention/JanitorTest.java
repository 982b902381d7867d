package pl.paragon.persistence.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.contracts.job.JobId;
import pl.paragon.persistence.Fixtures;
import pl.paragon.runtime.files.FileSystemReceiptFileStore;

class JanitorTest {

    private static final JobId OLD = JobId.of("5b1d3a52-6f0e-4a53-9a1c-0b9a5a3d9c01");
    private static final JobId YOUNG = JobId.of("6c1d3a52-6f0e-4a53-9a1c-0b9a5a3d9c02");
    private static final Duration RETENTION = Duration.ofDays(30);

    @TempDir
    Path directory;

    private FileSystemReceiptFileStore files;
    private Janitor janitor;

    @BeforeEach
    void openStore() throws IOException {
        files = new FileSystemReceiptFileStore(directory);
        janitor = new Janitor(files, RETENTION, Clock.fixed(Fixtures.NOW, ZoneOffset.UTC));
    }

    @Test
    void shouldLetGoWhatIsOlderThanTheRetentionAndNothingElse() throws IOException {
        // given
        upload(OLD, RETENTION.plusSeconds(1));
        upload(YOUNG, RETENTION.minusSeconds(1));

        // when
        janitor.sweep();

        // then
        assertThat(files.find(OLD, "upload", "image/jpeg")).isEmpty();
        assertThat(files.find(YOUNG, "upload", "image/jpeg")).isPresent();
    }

    @Test
    void shouldPassOverAStoreThatIsAway() throws IOException {
        // given
        deleteAll(directory);

        // when, then
        assertThatCode(janitor::sweep).doesNotThrowAnyException();
    }

    private void upload(JobId job, Duration age) throws IOException {
        files.put(job, "upload", "image/jpeg", new ByteArrayInputStream(new byte[] {1, 2, 3}));
        FileTime time = FileTime.from(Fixtures.NOW.minus(age));
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.filter(p -> p.toString().contains(job.toString()))
                    .sorted(Comparator.reverseOrder())
                    .toList()) {
                Files.setLastModifiedTime(path, time);
            }
        }
    }

    private static void deleteAll(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
