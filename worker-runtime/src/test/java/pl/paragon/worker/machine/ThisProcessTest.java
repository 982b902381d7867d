package pl.paragon.worker.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.contracts.event.WorkerProcess;
import pl.paragon.contracts.job.JobId;
import pl.paragon.worker.runner.Submissions;

class ThisProcessTest {

    private static final Instant STARTED = Submissions.NOW;

    @TempDir
    private Path proc;

    @Test
    void shouldSayWhereItRunsAndWhatItOccupies() throws IOException {
        // given
        write("sys/kernel/hostname", "ocr-worker-5c9d\n");
        write("self/status", "Name:\tjava\nVmHWM:\t  900000 kB\nVmRSS:\t  262144 kB\nThreads:\t40\n");
        WorkerProcess.WorkingOn job = new WorkerProcess.WorkingOn(JobId.random(), STARTED);

        // when
        WorkerProcess told = new ThisProcess(proc, 17, "1.0.0", STARTED).with(List.of(job), 5, 2);

        // then
        assertThat(told)
                .isEqualTo(new WorkerProcess(
                        STARTED, "ocr-worker-5c9d", 17, "1.0.0", List.of(job), 5, 2, 256L * 1024 * 1024));
    }

    @Test
    void shouldKnowItsMemoryOnThisMachine() {
        assertThat(new ThisProcess(Path.of("/proc"), 17, "1.0.0", STARTED)
                        .with(List.of(), 0, 0)
                        .memoryBytes())
                .isGreaterThan(1024 * 1024);
    }

    @Test
    void shouldInventNothingWhereNothingCanBeRead() {
        assertThat(new ThisProcess(proc, 17, "1.0.0", STARTED)
                        .with(List.of(), 0, 0)
                        .memoryBytes())
                .isNull();
    }

    private void write(String name, String text) throws IOException {
        Path file = proc.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
