package pl.paragon.running.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder that holds all state of a stack: the servers' data, the uploaded files, logs, and what is running.
 * Deleting it deletes that state and nothing else.
 */
public record StackHome(Path directory) {

    private static final String MARK = "this-is-the-state-of-a-paragon-stack";

    public StackHome {
        directory = directory.toAbsolutePath().normalize();
    }

    /** {@code PARAGON_HOME}, else {@code .paragon} in the checkout. */
    public static StackHome of(Path checkout, Map<String, String> environment) {
        return new StackHome(Optional.ofNullable(environment.get("PARAGON_HOME"))
                .filter(home -> !home.isBlank())
                .map(Path::of)
                .orElseGet(() -> checkout.resolve(".paragon")));
    }

    /** The folder of one server's data. */
    public Path data(String server) {
        return directory.resolve("data").resolve(server);
    }

    /** The uploaded files, shared by all services. */
    public Path files() {
        return directory.resolve("files");
    }

    public Path logs() {
        return directory.resolve("logs");
    }

    /** The current log of a part, which {@link PartLog} writes. */
    public Path log(String part) {
        return logs().resolve(part + ".0.log");
    }

    /** Written by the supervisor at each change. */
    public Path state() {
        return directory.resolve("state.json");
    }

    /** Locked by the supervisor while it lives; the kernel releases the lock however it ends. */
    public Path lock() {
        return directory.resolve("lock");
    }

    /** Creates the folder if it is missing. */
    public StackHome create() {
        try {
            for (Path path : List.of(directory, logs(), files())) {
                Files.createDirectories(path);
            }
            Path mark = directory.resolve(MARK);
            if (!Files.exists(mark)) {
                Files.createFile(mark);
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("the state folder cannot be created: " + directory, e);
        }
    }

    /**
     * Deletes all that is in the folder.
     *
     * @throws IllegalStateException if it is not a state folder but, say, a home directory named by mistake
     */
    public void empty() {
        if (!Files.exists(directory)) {
            return;
        }
        try {
            List<Path> contents = contents();
            if (!contents.isEmpty() && !Files.exists(directory.resolve(MARK))) {
                throw new IllegalStateException(directory + " is not the state folder of a stack (it has no file "
                        + MARK + "), so it is not emptied");
            }
            for (Path path : contents) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the state folder cannot be emptied: " + directory, e);
        }
    }

    private List<Path> contents() throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            return paths.filter(p -> !p.equals(directory))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }
}
