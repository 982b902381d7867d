package pl.paragon.api;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** The audit lines that are written as long as it is open. */
final class AuditLines extends Handler implements AutoCloseable {

    private static final Logger AUDIT = Logger.getLogger("pl.paragon.audit");

    private final List<String> lines = new CopyOnWriteArrayList<>();

    AuditLines() {
        AUDIT.addHandler(this);
    }

    List<String> lines() {
        return lines;
    }

    @Override
    public void publish(LogRecord record) {
        lines.add(record.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        AUDIT.removeHandler(this);
    }
}
