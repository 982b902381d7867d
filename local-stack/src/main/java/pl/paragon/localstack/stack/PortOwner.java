package pl.paragon.localstack.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The process that listens on a port.
 *
 * @param pid its number
 * @param command its command line
 * @param directory where it runs, if this user may know
 */
public record PortOwner(long pid, String command, Optional<Path> directory) {

    private static final String LISTENING = "0A";

    /** Empty if nothing listens, or another user's process does. */
    public static Optional<PortOwner> of(int port) {
        return of(Path.of("/proc"), port);
    }

    static Optional<PortOwner> of(Path proc, int port) {
        Set<String> sockets = Stream.of("net/tcp", "net/tcp6")
                .flatMap(table -> lines(proc.resolve(table)).stream().skip(1))
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields[3].equals(LISTENING) && port(fields[1]) == port)
                .map(fields -> "socket:[" + fields[9] + "]")
                .collect(Collectors.toSet());
        return sockets.isEmpty() ? Optional.empty() : holder(proc, sockets);
    }

    private static int port(String localAddress) {
        return Integer.parseInt(localAddress.substring(localAddress.lastIndexOf(':') + 1), 16);
    }

    private static Optional<PortOwner> holder(Path proc, Set<String> sockets) {
        return list(proc).stream()
                .filter(p -> p.getFileName().toString().chars().allMatch(Character::isDigit))
                .filter(p -> list(p.resolve("fd")).stream()
                        .anyMatch(fd -> link(fd).filter(sockets::contains).isPresent()))
                .findFirst()
                .map(PortOwner::describe);
    }

    private static PortOwner describe(Path process) {
        String command = String.join("", lines(process.resolve("cmdline")))
                .replace('\0', ' ')
                .strip();
        return new PortOwner(
                Long.parseLong(process.getFileName().toString()),
                command,
                link(process.resolve("cwd")).map(Path::of));
    }

    private static Optional<String> link(Path path) {
        try {
            return Optional.of(Files.readSymbolicLink(path).toString());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static List<Path> list(Path directory) {
        try (Stream<Path> paths = Files.list(directory)) {
            return paths.toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }
}
