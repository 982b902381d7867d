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
import pl.paragon.servers.process.ChildCommand;
import pl.paragon.servers.process.ChildProcess;

/**
 * One Kafka 4.4 broker that is its own controller (KRaft), in a JVM and on a classpath of its own. Topics are not
 * created on first use.
 */
public final class KafkaServer extends BackingServer {

    private static final String MAIN = "pl.paragon.servers.broker.KafkaBroker";
    private static final String READY = "Kafka is ready";
    private static final ServerArchive ARCHIVE =
            new ServerArchive("kafka", "/pl/paragon/servers/kafka-libraries.zip", ServerArchive::unzip);

    private static final List<String> SMALL = List.of(
            "-Xmx128m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-Djava.util.logging.SimpleFormatter.format=%1$tF %1$tT.%1$tL %4$s [%3$s] %5$s%6$s%n");

    // A broker of one test starts twice as fast, and never gets to code that is worth more.
    private static final String QUICK_TO_START = "-XX:TieredStopAtLevel=1";

    private KafkaServer(ChildProcess process, int port) {
        super(process, port);
    }

    /** Starts it on free ports and waits until it is ready. */
    public static KafkaServer start(Path directory) {
        return ready(launch(directory, FreePorts.one(), FreePorts.one(), line -> {}));
    }

    /**
     * Starts it without waiting until it accepts records.
     *
     * @param directory for its data; created if missing, continued if a broker has run in it before
     * @param port for clients
     * @param controllerPort for its controller
     * @param log receives each line that it prints
     */
    public static KafkaServer launch(Path directory, int port, int controllerPort, Consumer<String> log) {
        return launch(directory, port, controllerPort, command(), log);
    }

    /**
     * The same with a command line of the caller's, e.g. with an AOT cache.
     *
     * @param command java, {@link #jvmOptions()}, what is added to them, and {@link #application()}
     */
    public static KafkaServer launch(
            Path directory, int port, int controllerPort, List<String> command, Consumer<String> log) {
        Path home = Directories.create(directory);
        List<String> arguments = new ArrayList<>(command);
        arguments.add(writeProperties(home, port, controllerPort).toString());
        ChildCommand broker = ChildCommand.of("kafka", home, arguments).readyWhen(line -> line.contains(READY));
        return new KafkaServer(ChildProcess.start(broker, log), port);
    }

    /** The value for {@code kafka.bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port();
    }

    /** What the JVM of a broker that runs for long is started with: some 280 MB resident under load. */
    public static List<String> jvmOptions() {
        return SMALL;
    }

    /**
     * What follows the JVM options, up to the broker's main class. A whole command is java, the options, this, and the
     * path of a properties file.
     */
    public static List<String> application() {
        return List.of(
                "-cp", String.join(":", classpath().stream().map(Path::toString).toList()), MAIN);
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

    private static List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions());
        command.add(QUICK_TO_START);
        command.addAll(application());
        return command;
    }

    // Written at each start, so that its folder shows what the broker runs with.
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
            throw new IllegalStateException("a location that is not a URI", e);
        }
    }
}
