package pl.paragon.running.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceTest {

    private static final int HIGHEST = 19;

    /** {@code nice} without a command prints how nice it is itself. */
    @ParameterizedTest
    @CsvSource({"API, 0", "OCR, 10", "ANALYSIS, 0", "PERSISTENCE, 0"})
    void shouldLetReadingWaitForTheOthers(Service service, int nicer) throws IOException {
        // given
        List<String> command = List.of("nice");

        // then
        assertThat(printed(service.scheduled(command))).isEqualTo(Math.min(HIGHEST, printed(command) + nicer));
    }

    private static int printed(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).start();
        return Integer.parseInt(new String(process.getInputStream().readAllBytes()).strip());
    }
}
