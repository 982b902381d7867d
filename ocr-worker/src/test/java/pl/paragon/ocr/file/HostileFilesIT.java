package pl.paragon.ocr.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.testsupport.hostile.HostileFile;
import pl.paragon.testsupport.hostile.HostileFiles;

/**
 * A process with the worker's own heap survives every hostile file, two at a time, and refuses each with its reason.
 */
class HostileFilesIT {

    private static final int AT_A_TIME = 2;

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void shouldSurviveEveryHostileFileAndRefuseItWithItsReason() throws Exception {
        // given
        List<HostileFile> files = HostileFiles.all();
        assertThat(files)
                .hasSizeGreaterThanOrEqualTo(200)
                .extracting(HostileFile::name)
                .doesNotHaveDuplicates();

        // when
        Map<String, String> outcomes = read(files);

        // then
        List<String> wrong = new ArrayList<>();
        for (HostileFile file : files) {
            String outcome = outcomes.getOrDefault(file.name(), "the process had ended");
            boolean expected = outcome.equals(ReadHostileFiles.READ)
                    ? file.mayBeRead()
                    : file.refusals().stream().anyMatch(code -> code.name().equals(outcome));
            if (!expected) {
                wrong.add(file.name() + ": " + outcome + " instead of " + file.refusals()
                        + (file.mayBeRead() ? " or read" : ""));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private Map<String, String> read(List<HostileFile> files) throws IOException, InterruptedException {
        Process process = start();
        Map<String, String> outcomes = new TreeMap<>();
        Map<String, Path> written = new HashMap<>();
        Iterator<HostileFile> rest = files.iterator();
        try (BufferedReader output = process.inputReader();
                PrintStream input = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8)) {
            for (int i = 0; i < AT_A_TIME; i++) {
                send(rest, input, written);
            }
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                String[] words = line.split(" ");
                outcomes.put(words[0], words[1]);
                Files.delete(written.get(words[0]));
                if (!send(rest, input, written) && outcomes.size() == files.size()) {
                    break;
                }
            }
        }
        process.waitFor();
        return outcomes;
    }

    private boolean send(Iterator<HostileFile> rest, PrintStream input, Map<String, Path> written) throws IOException {
        if (!rest.hasNext()) {
            return false;
        }
        HostileFile file = rest.next();
        Path path = Files.write(folder.resolve(file.name()), file.bytes());
        written.put(file.name(), path);
        input.println(file.mediaType() + " " + path);
        return true;
    }

    /** The heap and the stack are those of the worker in the local stack. */
    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx160m", // 192 MiB, less what the rest of the service needs
                        "-Xss512k",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:ErrorFile=" + folder.resolve("crash.log"),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReadHostileFiles.class.getName())
                .redirectError(Files.createTempFile("hostile", ".log").toFile())
                .start();
    }
}
