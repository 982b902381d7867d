package pl.paragon.benchmarks.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import pl.paragon.benchmarks.truth.Truth;

/** Rendered receipts in a folder that is deleted with them. */
public final class TemporaryReceipts implements AutoCloseable {

    private final Path folder;
    private final List<Path> pictures = new ArrayList<>();

    /** The first receipts of a seed. */
    public TemporaryReceipts(long seed, int count) throws IOException {
        folder = Files.createTempDirectory("receipts");
        Renderer renderer = new Renderer(seed);
        for (int i = 0; i < count; i++) {
            pictures.add(renderer.render(i, folder));
        }
    }

    public List<Path> pictures() {
        return List.copyOf(pictures);
    }

    @Override
    public void close() throws IOException {
        for (Path picture : pictures) {
            Files.deleteIfExists(Truth.beside(picture));
            Files.deleteIfExists(picture);
        }
        Files.deleteIfExists(folder);
    }
}
