package pl.paragon.benchmarks.cpu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pl.paragon.benchmarks.report.Progress;

/**
 * The processor time of the machine's own {@code tesseract}, a process per picture: {@code --psm 4 -l pol}, one thread.
 */
final class TesseractCost {

    /** The shell's own account of its children, after its own: {@code 0m1.234s 0m0.056s}. */
    private static final Pattern MINUTES_SECONDS = Pattern.compile("(\\d+)m([\\d.]+)s");

    private final List<Path> pictures;

    TesseractCost(List<Path> pictures) {
        this.pictures = pictures;
    }

    /** The installed version; empty if there is none, or it lacks Polish. */
    static Optional<String> version() throws IOException, InterruptedException {
        String said = shell("tesseract --version 2>&1 | head -1; tesseract --list-langs 2>&1");
        return said.lines().anyMatch("pol"::equals) ? said.lines().findFirst() : Optional.empty();
    }

    Rounds measure(int rounds) throws IOException, InterruptedException {
        Progress progress = new Progress("tesseract", rounds * pictures.size());
        double[] seconds = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            for (Path picture : pictures) {
                seconds[i] += spent(picture) / pictures.size();
                progress.step();
            }
        }
        return new Rounds(seconds);
    }

    private static double spent(Path picture) throws IOException, InterruptedException {
        String said =
                shell("OMP_THREAD_LIMIT=1 tesseract \"$1\" stdout --psm 4 -l pol >/dev/null 2>&1; times", picture);
        Matcher times = MINUTES_SECONDS.matcher(said.lines().skip(1).findFirst().orElse(""));
        double seconds = 0;
        while (times.find()) {
            seconds += 60 * Double.parseDouble(times.group(1)) + Double.parseDouble(times.group(2));
        }
        return seconds;
    }

    private static String shell(String script, Path... arguments) throws IOException, InterruptedException {
        String argument = arguments.length == 0 ? "" : arguments[0].toString();
        Process process = new ProcessBuilder("bash", "-c", script, "bash", argument)
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
