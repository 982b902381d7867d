package pl.paragon.localstack.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The memory of processes as the kernel counts it: resident pages, with each shared page divided among its users (PSS),
 * so that the sum over PostgreSQL's many processes counts nothing twice. If the kernel does not report that: all
 * resident pages (RSS).
 */
public final class Memory {

    private Memory() {}

    /** Of the process and all its descendants, in bytes. */
    public static OptionalLong ofTree(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .map(Memory::ofOne)
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .reduce(Long::sum);
    }

    /** Of the process alone, in bytes. */
    public static OptionalLong ofOne(ProcessHandle process) {
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        OptionalLong shared = bytes(lines(proc.resolve("smaps_rollup")), "Pss:");
        return shared.isPresent() ? shared : bytes(lines(proc.resolve("status")), "VmRSS:");
    }

    static OptionalLong bytes(List<String> lines, String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key))
                .mapToLong(line -> Long.parseLong(
                                line.substring(key.length()).replace("kB", "").strip())
                        << 10)
                .findFirst();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }
}
