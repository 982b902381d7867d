package pl.paragon.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.testsupport.DrawnReceipts;

/** A process that is told to end while pages are inside native code ends by the signal, and not by a crash. */
class ToldToStopIT {

    private static final int ENDED_BY_SIGTERM = 128 + 15;

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void shouldFinishPagesInHandAndEndWithoutACrash() throws Exception {
        // given
        Path picture = DrawnReceipts.write(DrawnReceipts.picture(), folder.resolve("receipt.png"));
        Process process = start(picture);
        try (BufferedReader output = process.inputReader()) {
            assertThat(lineThatIs(output, ReadUntilKilled.READING)).isTrue();

            // when
            process.toHandle().destroy(); // the handle of a Process would close its output, too

            // then
            assertThat(lineThatIs(output, ReadUntilKilled.CLOSED))
                    .as("pages in hand were finished: %s", process.info())
                    .isTrue();
            assertThat(process.waitFor()).isEqualTo(ENDED_BY_SIGTERM);
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start(Path picture) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-CreateCoredumpOnCrash",
                        "-XX:ErrorFile=" + folder.resolve("crash.log"),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReadUntilKilled.class.getName(),
                        picture.toString())
                .redirectError(Files.createTempFile(folder, "error", ".log").toFile())
                .start();
    }

    /** Reads on to that line; false if the process ended before. */
    private static boolean lineThatIs(BufferedReader output, String expected) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(expected)) {
                return true;
            }
        }
        return false;
    }
}
