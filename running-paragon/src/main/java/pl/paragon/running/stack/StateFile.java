package pl.paragon.running.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;

/** The state on disk. It is replaced atomically, so a reader never sees half of one. */
public final class StateFile {

    private final Path path;

    public StateFile(StackHome home) {
        this.path = home.state();
    }

    public void write(StackState state) {
        Path next = path.resolveSibling(path.getFileName() + ".next");
        try {
            Files.write(next, Json.write(state));
            Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the state cannot be written to " + path, e);
        }
    }

    /** The last state written; empty if there is none, or it is of a version that this one cannot read. */
    public Optional<StackState> read() {
        try {
            return Optional.of(Json.read(Files.readAllBytes(path), StackState.class));
        } catch (NoSuchFileException | UndecodableException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the state cannot be read from " + path, e);
        }
    }

    public void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("the state cannot be deleted: " + path, e);
        }
    }
}
