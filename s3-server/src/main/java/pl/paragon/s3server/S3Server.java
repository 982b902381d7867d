package pl.paragon.s3server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import pl.paragon.servers.FreePorts;
import pl.paragon.servers.ServerArchive;
import pl.paragon.servers.process.ChildCommand;
import pl.paragon.servers.process.ChildProcess;

/**
 * S3Proxy with one bucket, {@value #BUCKET}, in a JVM and on a classpath of its own. Closing it shuts it down; its
 * folder stays.
 */
public final class S3Server implements AutoCloseable {

    public static final String BUCKET = "receipts";
    public static final String ACCESS_KEY = "paragon";
    public static final String SECRET_KEY = "not-a-secret-of-anybody";

    private static final String MAIN = "pl.paragon.s3server.process.S3Process";
    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final ServerArchive ARCHIVE =
            new ServerArchive("s3proxy", "/pl/paragon/s3server/s3-libraries.zip", ServerArchive::unzip);

    private final ChildProcess process;
    private final int port;

    private S3Server(ChildProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it on a free port and waits until it is ready. */
    public static S3Server start(Path directory) {
        return start(directory, FreePorts.one());
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param directory for its data, on a file system with extended attributes; created if missing, continued if a
     *     server has run in it before
     */
    public static S3Server start(Path directory, int port) {
        try {
            Path home = Files.createDirectories(directory).toAbsolutePath();
            List<String> line = List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx128m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-cp",
                    classpath(),
                    MAIN,
                    home.toString(),
                    Integer.toString(port),
                    ACCESS_KEY,
                    SECRET_KEY,
                    BUCKET);
            ChildCommand command = ChildCommand.of("s3", home, line).readyWhen("S3 is ready"::equals);
            S3Server server = new S3Server(ChildProcess.start(command, output -> {}), port);
            server.process.awaitReady(START);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("S3 cannot run in " + directory, e);
        }
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public int port() {
        return port;
    }

    /** The process, for killing it. */
    public ChildProcess process() {
        return process;
    }

    /** The configuration with which a service finds it. */
    public Map<String, String> configuration() {
        return Map.of(
                "paragon.files.store",
                "s3",
                "paragon.files.s3.bucket",
                BUCKET,
                "paragon.files.s3.endpoint",
                endpoint().toString());
    }

    /** The same as environment variables of a service, with its credentials. */
    public Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        configuration().forEach((key, value) -> environment.put(variable(key), value));
        environment.put("AWS_ACCESS_KEY_ID", ACCESS_KEY);
        environment.put("AWS_SECRET_ACCESS_KEY", SECRET_KEY);
        return environment;
    }

    private static String variable(String key) {
        return key.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    @Override
    public void close() {
        process.stop(GRACE);
    }

    private static String classpath() throws IOException {
        try (Stream<Path> libraries = Files.list(ARCHIVE.unpacked())) {
            List<String> classpath = new ArrayList<>();
            classpath.add(ownCode());
            libraries.sorted().map(Path::toString).forEach(classpath::add);
            return String.join(":", classpath);
        }
    }

    private static String ownCode() {
        try {
            return Path.of(S3Server.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a location that is not a URI", e);
        }
    }
}
