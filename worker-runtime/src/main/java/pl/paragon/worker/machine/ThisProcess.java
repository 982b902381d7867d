package pl.paragon.worker.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import pl.paragon.contracts.event.WorkerProcess;

/** What this process says of itself in its heartbeats. */
public final class ThisProcess {

    private static final Logger LOG = Logger.getLogger(ThisProcess.class);
    /** The resident set, of which native readers may take more than the JVM. */
    private static final Pattern RESIDENT = Pattern.compile("^VmRSS:\\s*(\\d+) kB$", Pattern.MULTILINE);

    private static final long KIBIBYTE = 1024;

    private final Path proc;
    private final long pid;
    private final String version;
    private final Instant startedAt;
    private final String host;

    /**
     * @param proc where Linux tells of itself: {@code /proc}
     * @param version of Paragon
     */
    ThisProcess(Path proc, long pid, String version, Instant startedAt) {
        this.proc = proc;
        this.pid = pid;
        this.version = version;
        this.startedAt = startedAt;
        this.host = read("sys/kernel/hostname").strip();
    }

    /** With what its runner has in hand and has done. */
    public WorkerProcess with(List<WorkerProcess.WorkingOn> jobs, long done, long failed) {
        return new WorkerProcess(startedAt, host, pid, version, jobs, done, failed, memoryBytes());
    }

    private Long memoryBytes() {
        Matcher resident = RESIDENT.matcher(read("self/status"));
        return resident.find() ? Long.valueOf(Long.parseLong(resident.group(1)) * KIBIBYTE) : null;
    }

    private String read(String file) {
        try {
            return Files.readString(proc.resolve(file));
        } catch (IOException e) {
            LOG.debugf("%s cannot be read: %s", file, e);
            return "";
        }
    }
}
