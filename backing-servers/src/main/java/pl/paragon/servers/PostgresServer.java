package pl.paragon.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import pl.paragon.servers.process.ChildCommand;
import pl.paragon.servers.process.ChildProcess;
import pl.paragon.servers.process.Signal;

/**
 * PostgreSQL 18 with one database {@code paragon} of the user {@code paragon}, UTF-8, Polish collation by ICU, fully
 * durable. Runs under root, too, although PostgreSQL itself refuses that: see {@link PostgresAccount}.
 */
public final class PostgresServer extends BackingServer {

    public static final String DATABASE = "paragon";
    public static final String USER = "paragon";
    /** Not a secret: the server listens on 127.0.0.1 only. */
    public static final String PASSWORD = "paragon";

    private static final Duration INITIALISATION = Duration.ofMinutes(3);
    private static final ServerArchive ARCHIVE =
            new ServerArchive("postgres", "/postgres-linux-x86_64.txz", PostgresServer::unpack);
    // The machine's own settings may name a locale that the binaries lack.
    private static final Map<String, String> PLAIN_LOCALE = Map.of("LC_ALL", "C", "LANG", "C", "LANGUAGE", "C");

    private PostgresServer(ChildProcess process, int port) {
        super(process, port);
    }

    /** Starts it on a free port and waits until it is ready. */
    public static PostgresServer start(Path directory) {
        return ready(launch(directory, FreePorts.one(), line -> {}));
    }

    /**
     * Initialises its folder if that has not been done, and starts it without waiting until it accepts connections.
     *
     * @param directory for its data; created if missing, continued if a server has run in it before
     * @param log receives each line that it prints
     */
    public static PostgresServer launch(Path directory, int port, Consumer<String> log) {
        return launch(directory, port, Map.of(), log);
    }

    /** @param settings of PostgreSQL, in place of those that a machine of one person has */
    public static PostgresServer launch(Path directory, int port, Map<String, String> settings, Consumer<String> log) {
        Platform.requireSupported();
        Path home = Directories.create(directory);
        Path binaries = ARCHIVE.unpacked().resolve("bin");
        PostgresAccount account = PostgresAccount.choose(home, binaries.resolve("postgres"));
        Path data = initialised(home, binaries, account, log);
        ChildCommand command = ChildCommand.of("postgres", home, arguments(binaries, data, port, settings))
                .with(PLAIN_LOCALE)
                .wrappedBy(account.wrapper())
                .stoppedBy(Signal.INT)
                .readyWhen(line -> line.contains("database system is ready to accept connections"));
        return new PostgresServer(ChildProcess.start(command, log), port);
    }

    /** The value for {@code quarkus.datasource.jdbc.url}. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + DATABASE;
    }

    // Renamed as the last step, so what an interrupted first start left is never mistaken for a database.
    private static Path initialised(Path home, Path binaries, PostgresAccount account, Consumer<String> log) {
        Path data = home.resolve("data");
        if (Files.exists(data)) {
            return data;
        }
        Path unfinished = home.resolve("data.unfinished");
        Directories.delete(unfinished);
        Path password = home.resolve("password");
        try {
            Files.writeString(password, PASSWORD);
            account.own(home);
            Path initdb = binaries.resolve("initdb");
            run(home, account, log, "initdb of PostgreSQL", initialisation(initdb, unfinished, password));
            run(home, account, log, "creation of the database", creation(binaries, unfinished));
            Files.move(unfinished, data);
            Files.delete(password);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL's folder cannot be prepared: " + home, e);
        }
        return data;
    }

    private static List<String> initialisation(Path initdb, Path data, Path password) {
        return List.of(
                initdb.toString(),
                "--pgdata=" + data,
                "--username=" + USER,
                "--auth=scram-sha-256",
                "--pwfile=" + password,
                "--encoding=UTF-8",
                "--locale=C",
                "--locale-provider=icu",
                "--icu-locale=pl-PL");
    }

    // The binaries lack psql; the server's single-user mode reads a statement from its input.
    private static List<String> creation(Path binaries, Path data) {
        String create = "echo 'CREATE DATABASE " + DATABASE + "' | exec \"$0\" --single -D \"$1\" postgres";
        return List.of("sh", "-c", create, binaries.resolve("postgres").toString(), data.toString());
    }

    private static void run(
            Path home, PostgresAccount account, Consumer<String> log, String name, List<String> command) {
        ChildProcess process = ChildProcess.start(
                ChildCommand.of(name, home, command).with(PLAIN_LOCALE).wrappedBy(account.wrapper()), log);
        process.awaitSuccess(INITIALISATION);
    }

    private static List<String> arguments(Path binaries, Path data, int port, Map<String, String> settings) {
        List<String> arguments =
                new ArrayList<>(List.of(binaries.resolve("postgres").toString(), "-D", data.toString()));
        arguments.addAll(List.of("-p", Integer.toString(port)));
        Map.of(
                        "listen_addresses", "127.0.0.1",
                        "unix_socket_directories", "",
                        "shared_buffers", "32MB",
                        "max_connections", "150",
                        // No I/O workers: they pay on fast disks under load, and each costs memory.
                        "io_method", "sync")
                .forEach((setting, value) -> arguments.addAll(set(setting, value)));
        // The last one counts.
        settings.forEach((setting, value) -> arguments.addAll(set(setting, value)));
        return arguments;
    }

    private static List<String> set(String setting, String value) {
        return List.of("-c", setting + "=" + value);
    }

    private static void unpack(InputStream archive, Path directory) throws IOException {
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(archive));
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            unpack(tar, entry, Directories.within(directory, entry.getName()));
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file);
        if ((entry.getMode() & 0100) != 0) {
            Directories.makeExecutable(file);
        }
    }
}
