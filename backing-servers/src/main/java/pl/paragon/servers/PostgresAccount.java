package pl.paragon.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import pl.paragon.servers.process.ChildProcess;

/**
 * The account that PostgreSQL runs under. PostgreSQL refuses root, for good reasons that do not hold on a throw-away
 * machine or in a container, where root is often the only user.
 */
sealed interface PostgresAccount {

    /** The prefix of PostgreSQL's commands, e.g. {@code unshare -U}. */
    List<String> wrapper();

    /** Makes the folder writable for the account. */
    void own(Path directory);

    /** An ordinary user: nothing to do. */
    record Ourselves() implements PostgresAccount {
        @Override
        public List<String> wrapper() {
            return List.of();
        }

        @Override
        public void own(Path directory) {}
    }

    /** Root in a user namespace: PostgreSQL sees the user nobody, the file system still sees root. */
    record NobodyInOwnNamespace(List<String> wrapper) implements PostgresAccount {
        @Override
        public void own(Path directory) {}
    }

    /** Root that becomes the user nobody, if namespaces are denied. The folder then belongs to nobody. */
    record Nobody(List<String> wrapper) implements PostgresAccount {
        @Override
        public void own(Path directory) {
            try (Stream<Path> paths = Files.walk(directory)) {
                var nobody = directory
                        .getFileSystem()
                        .getUserPrincipalLookupService()
                        .lookupPrincipalByName("nobody");
                for (Path path : paths.toList()) {
                    Files.setOwner(path, nobody);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot be given to the user nobody: " + directory, e);
            }
        }
    }

    /**
     * The first way that works here.
     *
     * @param directory for PostgreSQL's data
     * @param binary of the server, for the trial
     * @throws IllegalStateException if none works; the message says what to do
     */
    static PostgresAccount choose(Path directory, Path binary) {
        return choose(isRoot(), directory, command -> works(command, binary, directory));
    }

    /** Whether PostgreSQL's command, run by such a wrapper, works here. */
    interface Trial {
        boolean works(List<String> wrapper);
    }

    static PostgresAccount choose(boolean root, Path directory, Trial trial) {
        if (!root) {
            return new Ourselves();
        }
        List<String> namespace = List.of("unshare", "-U");
        if (trial.works(namespace)) {
            return new NobodyInOwnNamespace(namespace);
        }
        return Stream.of(
                        List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"),
                        List.of("runuser", "-u", "nobody", "--"))
                .filter(trial::works)
                .findFirst()
                .<PostgresAccount>map(Nobody::new)
                .orElseThrow(() -> new IllegalStateException("""
                        PostgreSQL does not run as root, and here root can neither create a user namespace (unshare -U is \
                        denied) nor become the user nobody (setpriv and runuser are missing, or nobody may not read %s \
                        and PostgreSQL's files). Either run this as an ordinary user, or choose folders that everybody may \
                        read, e.g. PARAGON_HOME=/var/tmp/paragon and PARAGON_SERVERS_CACHE=/var/tmp/paragon-servers.""".formatted(directory)));
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException | UnsupportedOperationException e) {
            return "root".equals(System.getProperty("user.name"));
        }
    }

    // Entering the folder and printing the server's version needs all the rights that matter.
    private static boolean works(List<String> wrapper, Path binary, Path directory) {
        List<String> command = new ArrayList<>(wrapper);
        command.addAll(
                List.of("sh", "-c", "cd \"$1\" && exec \"$0\" --version", binary.toString(), directory.toString()));
        return ChildProcess.succeeds(command);
    }
}
