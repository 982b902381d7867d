package pl.paragon.localstack.startup;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** The end of a log file and what is appended to it; follows the log through its rotation. */
final class LogTail {

    private static final int LONGEST_LOOK_BACK = 1 << 20;

    private final Path file;
    private final String prefix;
    private Object identity;
    private long position;
    private String rest = "";

    /** @param prefix put before each line */
    LogTail(Path file, String prefix) {
        this.file = file;
        this.prefix = prefix;
    }

    /** Its last lines; none if there is no such log. */
    List<String> last(int count) {
        if (!Files.exists(file)) {
            return List.of();
        }
        identity = identity();
        position = Math.max(0, size() - LONGEST_LOOK_BACK);
        List<String> lines = read();
        return lines.subList(Math.max(0, lines.size() - count), lines.size());
    }

    /** The complete lines that were appended since the last call. */
    List<String> next() {
        if (!Files.exists(file)) {
            return List.of();
        }
        Object now = identity();
        if (!now.equals(identity) || size() < position) {
            identity = now;
            position = 0;
            rest = "";
        }
        return read();
    }

    private List<String> read() {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[(int) Math.max(0, in.length() - position)];
            in.seek(position);
            in.readFully(bytes);
            position += bytes.length;
            // The end may cut a line, and a character of two bytes: the rest waits, undecoded, for more.
            String text = rest + new String(bytes, StandardCharsets.ISO_8859_1);
            int end = text.lastIndexOf('\n') + 1;
            rest = text.substring(end);
            String whole =
                    new String(text.substring(0, end).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            return whole.lines().map(line -> prefix + line).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot be read: " + file, e);
        }
    }

    private long size() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot be read: " + file, e);
        }
    }

    private Object identity() {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot be read: " + file, e);
        }
    }
}
