package pl.paragon.benchmarks.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ServiceProcessTest {

    @Test
    void shouldSeeWhatAProcessUses() throws IOException {
        // given
        ServiceProcess self =
                new ServiceProcess("tests", ProcessHandle.current().pid());

        // when / then: a JVM takes some megabytes, and time to start
        assertThat(self.residentBytes()).isGreaterThan(10_000_000);
        assertThat(self.peakBytes()).isGreaterThanOrEqualTo(self.residentBytes() / 2);
        assertThat(self.processorTime()).isPositive();
    }

    @Test
    void shouldCountWhatChildrenUsedThatHaveEnded() throws IOException {
        // given: a shell whose child counts, and which is waiting for a line by then
        Process shell = new ProcessBuilder(
                        "sh", "-c", "(i=0; while [ $i -lt 400000 ]; do i=$((i+1)); done); echo counted; read line")
                .start();
        try (BufferedReader out = shell.inputReader()) {
            assertThat(out.readLine()).isEqualTo("counted");

            // when
            ServiceProcess process = new ServiceProcess("shell", shell.pid());

            // then
            assertThat(process.processorTimeWithChildren()).isGreaterThan(process.processorTime());
        } finally {
            shell.destroy();
        }
    }

    @Test
    void shouldSayWhichServiceIsGone() {
        assertThatThrownBy(() -> new ServiceProcess("ocr-worker", -1).residentBytes())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ocr-worker");
    }
}
