package pl.paragon.localstack.supervision;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** A log file that is set aside when it is full: {@code x.log}, the one before it {@code x.log.1}, and so on; the oldest is thrown away. */
final class RotatingLog implements Consumer<String> {

    private static final long FULL = 8L << 20;
    private static final int OLD_ONES = 3;

    private final Path file;
    private final long full;
    private BufferedWriter writer;
    private long size;

    RotatingLog(Path file) {
        this(file, FULL);
    }

    RotatingLog(Path file, long full) {
        this.file = file;
        this.full = full;
        open();
    }

    @Override
    public synchronized void accept(String line) {
        try {
            if (size > full) {
                rotate();
            }
            writer.write(line);
            writer.newLine();
            writer.flush();
            size += line.length() + 1;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot be written: " + file, e);
        }
    }

    private void rotate() throws IOException {
        writer.close();
        for (int i = OLD_ONES; i > 0; i--) {
            Path younger = i == 1 ? file : old(i - 1);
            if (Files.exists(younger)) {
                Files.move(younger, old(i), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        open();
    }

    private Path old(int i) {
        return file.resolveSibling(file.getFileName() + "." + i);
    }

    private void open() {
        try {
            writer = Files.newBufferedWriter(
                    file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            size = Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot be opened: " + file, e);
        }
    }
}
