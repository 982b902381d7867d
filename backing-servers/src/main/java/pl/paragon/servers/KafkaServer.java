package pl.paragon.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import pl.paragon.servers.process.ChildCommand;
import pl.paragon.servers.process.ChildProcess;

/** One Kafka 4.4 broker that is its own controller (KRaft), in a JVM and on a classpath of its own. Topics are not made by using them. */
public final class KafkaServer implements BackingServer {

    private static final String MAIN = "pl.paragon.servers.broker.KafkaBroker";
    private static final String READY = "Kafka is ready";
    private static final ServerArchive ARCHIVE =
            new ServerArchive("kafka", "/pl/paragon/servers/kafka-libraries.zip", KafkaServer::unpack);

    // Serial collector, first compiler only and small stacks: 170 MB resident instead of 276 after the same load, and
    // twice as fast to start.
    private static final List<String> SMALL =
            List.of("-Xmx128m", "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private static final String LOG_LINE =
            "-Djava.util.logging.SimpleFormatter.format=%1$tF %1$tT.%1$tL %4$s [%3$s] %5$s%6$s%n";

    private final ChildProcess process;
    private final int port;

    private KafkaServer(ChildProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it on free ports and waits until it is ready. */
    public static KafkaServer start(Path directory) {
        KafkaServer server = launch(directory, FreePorts.one(), FreePorts.one(), List.of(), line -> {});
        server.awaitReady();
        return server;
    }

    /**
     * Starts it without waiting until it takes records.
     *
     * @param directory for its data; made where it is missing, and taken up again where a broker has run in it before
     * @param port for clients
     * @param controllerPort for its talk with itself
     * @param jvmOptions added to those for a small JVM, e.g. an AOT cache
     * @param log is told each line that it prints
     */
    public static KafkaServer launch(
            Path directory, int port, int controllerPort, List<String> jvmOptions, Consumer<String> log) {
        Path home = Directories.create(directory);
        Path properties = writeProperties(home, port, controllerPort);
        ChildCommand command = ChildCommand.of("kafka", home, arguments(jvmOptions, properties))
                .readyWhen(line -> line.contains(READY));
        return new KafkaServer(ChildProcess.start(command, log), port);
    }

    @Override
    public ChildProcess process() {
        return process;
    }

    @Override
    public int port() {
        return port;
    }

    /** The value for {@code kafka.bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** The files that an AOT cache of the broker depends on. */
    public static List<Path> classpath() {
        try (Stream<Path> libraries = Files.list(ARCHIVE.unpacked())) {
            List<Path> classpath = new ArrayList<>();
            classpath.add(ownCode());
            libraries.sorted().forEach(classpath::add);
            return classpath;
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka's libraries cannot be listed", e);
        }
    }

    private static List<String> arguments(List<String> jvmOptions, Path properties) {
        List<String> arguments = new ArrayList<>();
        arguments.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        arguments.addAll(SMALL);
        arguments.add(LOG_LINE);
        arguments.addAll(jvmOptions);
        arguments.add("-cp");
        arguments.add(String.join(":", classpath().stream().map(Path::toString).toList()));
        arguments.add(MAIN);
        arguments.add(properties.toString());
        return arguments;
    }

    // Written out at each start, so that what the broker runs with can be read in its folder.
    private static Path writeProperties(Path home, int port, int controllerPort) {
        try (InputStream template = KafkaServer.class.getResourceAsStream("kafka.properties")) {
            String text = new String(template.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{port}", Integer.toString(port))
                    .replace("{controller-port}", Integer.toString(controllerPort))
                    .replace("{data}", home.resolve("data").toString());
            return Files.writeString(home.resolve("server.properties"), text);
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka's configuration cannot be written into " + home, e);
        }
    }

    private static Path ownCode() {
        try {
            return Path.of(KafkaServer.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of this class cannot be told", e);
        }
    }

    private static void unpack(InputStream archive, Path directory) throws IOException {
        ZipInputStream zip = new ZipInputStream(archive);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            Files.copy(zip, Directories.within(directory, entry.getName()));
        }
    }
}
