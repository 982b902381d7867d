package pl.paragon.chaos.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What lies in the folder that all services share: {@code jobs/<two digits>/<job>/<name>}, and {@code incoming}. */
public final class FileStore {

    private final Path root;

    public FileStore(Path root) {
        this.root = root;
    }

    /** The paths in each job's folder, relative to it; an empty folder has none. */
    public Map<String, List<String>> byJob() {
        Map<String, List<String>> files = new TreeMap<>();
        for (Path prefix : children(root.resolve("jobs"))) {
            for (Path job : children(prefix)) {
                files.put(job.getFileName().toString(), within(job));
            }
        }
        return files;
    }

    /** Half files. */
    public List<String> incoming() {
        return children(root.resolve("incoming")).stream()
                .map(path -> path.getFileName().toString())
                .toList();
    }

    private static List<Path> children(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (NoSuchFileException e) {
            return List.of(); // removed meanwhile
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> within(Path job) {
        try (Stream<Path> files = Files.walk(job)) {
            return files.filter(path -> !path.equals(job))
                    .map(path -> job.relativize(path).toString())
                    .sorted()
                    .toList();
        } catch (NoSuchFileException | UncheckedIOException e) {
            return List.of(); // removed meanwhile
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
