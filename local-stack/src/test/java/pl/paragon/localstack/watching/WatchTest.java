package pl.paragon.localstack.watching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.running.service.Ports;

class WatchTest {

    @TempDir
    Path folder;

    @Test
    void shouldFindTheProgramOnThePathOrWhereItIsSaidToBe() throws IOException {
        // given
        Path first = Files.createDirectories(folder.resolve("first"));
        Files.createDirectories(first.resolve("prometheus"));
        Path program = program(folder.resolve("second"));
        String path = first + ":" + program.getParent();

        // then
        assertThat(WatchOptions.program(Map.of("PATH", path))).isEqualTo(program);
        assertThat(WatchOptions.program(Map.of("PARAGON_PROMETHEUS", program.toString())))
                .isEqualTo(program);
    }

    @Test
    void shouldSayHowToGetIt() {
        assertThatThrownBy(() -> WatchOptions.program(Map.of("PATH", folder.toString())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no prometheus on the PATH")
                .hasMessageContaining("apt install prometheus")
                .hasMessageContaining("PARAGON_PROMETHEUS=");
        assertThatThrownBy(() -> WatchOptions.program(Map.of("PARAGON_PROMETHEUS", folder.toString())))
                .hasMessage("PARAGON_PROMETHEUS is no program: " + folder);
    }

    @Test
    void shouldAskEveryServiceAndKnowTheAlerts() {
        assertThat(Watch.configuration(Path.of("/paragon"), new Ports(1, 2, 3, 4, 5, 6, 7, 8)))
                .contains("targets: [\"127.0.0.1:1\", \"127.0.0.1:2\", \"127.0.0.1:3\", \"127.0.0.1:4\"]")
                .contains("rule_files: [\"/paragon/monitoring/prometheus/rules.yaml\"]");
    }

    private static Path program(Path folder) throws IOException {
        Path program = Files.writeString(Files.createDirectories(folder).resolve("prometheus"), "#!/bin/sh\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program;
    }
}
