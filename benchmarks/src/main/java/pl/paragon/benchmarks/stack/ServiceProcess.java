package pl.paragon.benchmarks.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import pl.paragon.running.RunningParagon;
import pl.paragon.running.service.Service;

/** A process of this machine, as {@code /proc} shows it (Linux). */
public record ServiceProcess(String part, long pid) {

    /** The parts whose cost is Paragon's own. */
    public static final List<String> SERVICES =
            Arrays.stream(Service.values()).map(Service::module).toList();

    /** The kernel reports processor time in hundredths of a second, whatever its own clock. */
    private static final long TICKS_PER_SECOND = 100;

    // Fields of /proc/PID/stat, counted from the one after the program's name.
    private static final int UTIME = 11;
    private static final int STIME = 12;
    private static final int CHILDREN_UTIME = 13;
    private static final int CHILDREN_STIME = 14;

    /** The process of a service that runs now. */
    public static ServiceProcess of(RunningParagon paragon, String service) throws IOException {
        long pid = paragon.process(service)
                .orElseThrow(() -> new IOException(service + " is not running"))
                .pid();
        return new ServiceProcess(service, pid);
    }

    /** Processor time of all its threads, user's and system's, since its start. */
    public Duration processorTime() throws IOException {
        return processorTime(UTIME, STIME);
    }

    /** The same with all processes that it started, whether they still run or not. */
    public Duration processorTimeWithChildren() throws IOException {
        Duration all = processorTime(UTIME, STIME, CHILDREN_UTIME, CHILDREN_STIME);
        List<Long> children = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::children)
                .map(ProcessHandle::pid)
                .toList();
        for (long child : children) {
            try {
                all = all.plus(new ServiceProcess(part, child).processorTimeWithChildren());
            } catch (IOException e) {
                // It has ended meanwhile.
            }
        }
        return all;
    }

    private Duration processorTime(int... fields) throws IOException {
        String stat = read("stat");
        // The name of the program, in parentheses, may contain spaces and parentheses.
        String[] values = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long ticks = Arrays.stream(fields)
                .mapToLong(field -> Long.parseLong(values[field]))
                .sum();
        return Duration.ofMillis(ticks * 1000 / TICKS_PER_SECOND);
    }

    /** Resident memory in bytes. */
    public long residentBytes() throws IOException {
        return kilobytes("VmRSS:") * 1024;
    }

    /** The peak of resident memory, in bytes. */
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
                .orElseThrow(() -> new IOException("/proc has no " + key + " for " + part));
    }

    private String read(String file) throws IOException {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(pid), file));
        } catch (NoSuchFileException e) {
            throw new IOException(part + " (process " + pid + ") has ended, or runs on another machine", e);
        }
    }
}
