package pl.paragon.benchmarks.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;

/** A process of this machine, as {@code /proc} shows it (Linux). */
public record ServiceProcess(String part, long pid) {

    /** The kernel counts processor time in hundredths of a second, whatever its own clock. */
    private static final long TICKS_PER_SECOND = 100;

    /** Processor time of all its threads, user's and system's, since its start. */
    public Duration processorTime() throws IOException {
        String stat = read("stat");
        // The name of the program, in brackets, may hold anything.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        return Duration.ofMillis(ticks * 1000 / TICKS_PER_SECOND);
    }

    /** Resident memory in bytes. */
    public long residentBytes() throws IOException {
        return kilobytes("VmRSS:") * 1024;
    }

    /** The most that was ever resident, in bytes. */
    public long peakBytes() throws IOException {
        return kilobytes("VmHWM:") * 1024;
    }

    private long kilobytes(String key) throws IOException {
        return read("status")
                .lines()
                .filter(line -> line.startsWith(key))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow(() -> new IOException("/proc says nothing of " + key + " for " + part));
    }

    private String read(String file) throws IOException {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(pid), file));
        } catch (NoSuchFileException e) {
            throw new IOException(part + " (process " + pid + ") has ended, or this is not its machine", e);
        }
    }
}
