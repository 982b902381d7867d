package pl.paragon.ocr.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** The folder where uploads lie while they are read. What a crash left in it is removed at the next start. */
public final class Workspace {

    /** No job takes that long; what is younger may belong to another worker that shares the folder. */
    private static final Duration LEFT_OVER = Duration.ofHours(2);

    private Workspace() {}

    public static Path open(Path folder, Instant now) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(LEFT_OVER))) {
                    Files.deleteIfExists(file);
                }
            }
        }
        return folder;
    }
}
