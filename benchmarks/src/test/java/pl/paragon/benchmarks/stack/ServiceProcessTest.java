package pl.paragon.benchmarks.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    void shouldSayWhichServiceIsGone() {
        assertThatThrownBy(() -> new ServiceProcess("ocr-worker", -1).residentBytes())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ocr-worker");
    }
}
