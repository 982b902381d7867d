package pl.paragon.chaos.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The lines that the logs of all services have about a job. */
public final class JobLogs {

    private static final int LONGEST_LINE = 400;

    private final Path folder;

    public JobLogs(Path folder) {
        this.folder = folder;
    }

    /** The first of them, each with its log's name. */
    public List<String> about(String job, int most) {
        try (Stream<Path> logs = Files.list(folder)) {
            return logs.filter(log -> log.toString().endsWith(".log"))
                    .sorted()
                    .flatMap(log -> about(job, log))
                    .limit(most)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> about(String job, Path log) {
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) { // a crash may cut a character
            return lines
                    .filter(line -> line.contains(job))
                    .map(line -> log.getFileName() + ": " + line.substring(0, Math.min(LONGEST_LINE, line.length())))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
