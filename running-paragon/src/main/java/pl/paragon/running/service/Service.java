package pl.paragon.running.service;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import pl.paragon.servers.PostgresServer;

/** The four services that make the product, in the order in which a receipt meets them. */
public enum Service {
    // Streams uploads and answers from Redis: nothing big is ever held, but for 10,000 listeners, some 14 kB each.
    API("api-service", Ports::api, List.of("-Xmx256m")),
    // Holds decoded pages; the second compiler stays on, since what is not native code here is hot loops over pixels.
    // The memory that native code frees after a page is returned to the system once a minute.
    OCR("ocr-worker", Ports::ocr, List.of("-Xmx192m", "-XX:TrimNativeHeapInterval=60000")),
    // The search for the most probable reading is hot Java code as well.
    ANALYSIS("analysis-worker", Ports::analysis, List.of("-Xmx192m")),
    PERSISTENCE("persistence-worker", Ports::persistence, List.of("-Xmx160m"));

    // The serial collector and small stacks: on a machine with few processors less memory at no cost. A service that is
    // out of memory is restarted rather than left half alive.
    private static final List<String> COMMON = List.of(
            "-XX:+UseSerialGC",
            "-Xss512k",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.awt.headless=true",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8");

    private final String module;
    private final ToIntFunction<Ports> port;
    private final List<String> jvmOptions;

    Service(String module, ToIntFunction<Ports> port, List<String> jvmOptions) {
        this.module = module;
        this.port = port;
        this.jvmOptions = jvmOptions;
    }

    /** The name of its module, which is its name everywhere. */
    public String module() {
        return module;
    }

    public int port(Ports ports) {
        return port.applyAsInt(ports);
    }

    /** What its JVM is started with. */
    public List<String> jvmOptions() {
        return Stream.concat(jvmOptions.stream(), COMMON.stream()).toList();
    }

    /**
     * How its command is run on a machine that all parts share. Reading takes every processor that it is given; whoever
     * uploads or asks meanwhile, and what they have to wait for, goes first.
     */
    public List<String> scheduled(List<String> command) {
        return switch (this) {
            case OCR ->
                Stream.concat(Stream.of("nice", "-n", "10"), command.stream()).toList();
            case API, ANALYSIS, PERSISTENCE -> command;
        };
    }

    /** The folder that its build makes. */
    public Path application(Path checkout) {
        return checkout.resolve(module).resolve("target").resolve("quarkus-app");
    }

    /** What follows the JVM options on its command line. */
    public List<String> main(Path checkout) {
        return List.of("-jar", application(checkout).resolve("quarkus-run.jar").toString());
    }

    /**
     * The configuration of one instance: the same keys as in the compose file and the manifests, written as
     * environment variables.
     *
     * @param port that this instance listens on
     * @param ports of the stack that it belongs to
     * @param files the folder that all services share
     */
    public Map<String, String> environment(int port, Ports ports, Path files) {
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.kafka());
        environment.put("QUARKUS_REDIS_HOSTS", ports.redisUrl());
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", ports.jdbcUrl());
        environment.put("QUARKUS_DATASOURCE_USERNAME", PostgresServer.USER);
        environment.put("QUARKUS_DATASOURCE_PASSWORD", PostgresServer.PASSWORD);
        environment.put("PARAGON_PERSISTENCE_URL", ports.persistenceUrl());
        environment.put("PARAGON_FILES_DIRECTORY", files.toString());
        // The stack belongs to one person; whoever wants to see the limit at work switches it on.
        environment.put(
                "PARAGON_RATE_LIMIT_ENABLED", System.getenv().getOrDefault("PARAGON_RATE_LIMIT_ENABLED", "false"));
        environment.put("OMP_THREAD_LIMIT", "1");
        // The C library would otherwise keep an arena per thread, each as large as its largest page ever needed.
        environment.put("MALLOC_ARENA_MAX", "2");
        if (this == OCR) {
            // Pages of 2 MiB, so that giving back what a look at a page needed costs nothing.
            environment.put("GLIBC_TUNABLES", "glibc.malloc.hugetlb=1");
        }
        return environment;
    }
}
