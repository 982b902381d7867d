package pl.paragon.running.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * The log of one part of the stack: its output, line by line, in files that rotate by size. {@code kafka.0.log} is the
 * current one, {@code kafka.3.log} the oldest.
 */
public final class PartLog implements Consumer<String>, AutoCloseable {

    private static final int ROTATION_SIZE = 8 << 20;
    private static final int FILES = 4;

    private final FileHandler handler;

    /** Continues the current file if there is one. */
    public PartLog(StackHome home, String part) {
        this(home, part, ROTATION_SIZE);
    }

    PartLog(StackHome home, String part, int rotationSize) {
        try {
            handler = new FileHandler(pattern(home, part), rotationSize, FILES, true);
            handler.setEncoding(StandardCharsets.UTF_8.name());
        } catch (IOException e) {
            throw new UncheckedIOException("the log of " + part + " cannot be opened in " + home.logs(), e);
        }
        handler.setFormatter(new Line());
    }

    /** Appends the line; what cannot be written (a full disk) is lost, and the part runs on. */
    @Override
    public void accept(String line) {
        handler.publish(new LogRecord(Level.INFO, line));
    }

    @Override
    public void close() {
        handler.close();
    }

    // %g is the number of the generation; a percent sign of the folder's own is doubled.
    private static String pattern(StackHome home, String part) {
        return home.logs().toString().replace("%", "%%") + "/" + part + ".%g.log";
    }

    /** The part has formatted its lines itself. */
    private static final class Line extends Formatter {
        @Override
        public String format(LogRecord logged) {
            return logged.getMessage() + System.lineSeparator();
        }
    }
}
