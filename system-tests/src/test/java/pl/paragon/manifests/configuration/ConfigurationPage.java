package pl.paragon.manifests.configuration;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pl.paragon.manifests.Deployable;

/** {@code docs/configuration.md}. */
final class ConfigurationPage {

    private static final String BEFORE = """
            # Configuration

            Every key that Paragon's own code reads, and the few of its libraries that an operator has to know. Made from the
            `@ConfigMapping` interfaces, their Javadoc, the services' `application.properties` and the `Dockerfile`; write it anew with

            ```
            mvn -pl system-tests -am test -Dtest=ConfigurationPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.write=true
            ```

            Each key is set as an environment variable, or as a system property (`-Dparagon.files.retention=14d`). A service reads its
            keys once, when it starts; what it cannot read ends the start with a message that names the key.

            A duration is `500ms`, `30s`, `15m`, `24h` or `30d`; a size is `64K`, `16M` or `1G`; a list is separated by commas. `NAME`
            is any name. `${paragon.processors}` is the number of processors. *Not set* means that there is no default; what then
            happens is in the last column.
            """;

    private static final String AFTER = """

            ## Keys of libraries

            | key | environment variable | read by | default | meaning |
            |---|---|---|---|---|
            | `kafka.bootstrap.servers` | `KAFKA_BOOTSTRAP_SERVERS` | all | `localhost:9092` | Kafka's addresses. Further settings of its clients, such as `KAFKA_SECURITY_PROTOCOL`, are read in the same way |
            | `quarkus.http.host` | `QUARKUS_HTTP_HOST` | all | `127.0.0.1`; `0.0.0.0` in the images | where the service listens |
            | `quarkus.http.port` | `QUARKUS_HTTP_PORT` | all | api-service `8000`, ocr-worker `8001`, analysis-worker `8002`, persistence-worker `8003` | on which port |
            | `quarkus.log.level` | `QUARKUS_LOG_LEVEL` | all | `INFO` | how much is logged. `QUARKUS_LOG_CATEGORY__PL_PARAGON__LEVEL=DEBUG` is for our own code |
            | `quarkus.http.cors.enabled`, `.origins` | `QUARKUS_HTTP_CORS_ENABLED`, `…_ORIGINS` | api-service | `false`, the predecessor's frontends | whether pages of other hosts may call it, and which |
            | `quarkus.http.proxy.proxy-address-forwarding`, `.trusted-proxies` | `QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING`, `…_TRUSTED_PROXIES` | api-service | `false`, not set | [behind a proxy](deployment.md#behind-a-proxy) |
            | `quarkus.redis.hosts` | `QUARKUS_REDIS_HOSTS` | api-service | `redis://localhost:6379` | Redis's address; `rediss://` for TLS |
            | `quarkus.redis.password` | `QUARKUS_REDIS_PASSWORD` | api-service | not set | its password |
            | `quarkus.datasource.jdbc.url` | `QUARKUS_DATASOURCE_JDBC_URL` | persistence-worker | `jdbc:postgresql://localhost:5432/paragon` | PostgreSQL's address |
            | `quarkus.datasource.username`, `.password` | `QUARKUS_DATASOURCE_USERNAME`, `…_PASSWORD` | persistence-worker | `paragon`, not set | its user |
            | `quarkus.datasource.jdbc.max-size` | `QUARKUS_DATASOURCE_JDBC_MAX_SIZE` | persistence-worker | `48` | the most connections of one process |
            | | `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` | all | not set | credentials for [files in a bucket](deployment.md#files-in-a-bucket), if the pod or machine has none of its own |
            | | `PARAGON_TOPICS_REPLICATION` | the Job or container that creates the topics | `1` | how many brokers hold each record |
            | | `JDK_JAVA_OPTIONS` | all | not set | the heap, e.g. `-Xmx256m` |

            What `./paragon up` reads is on [its own page](local-stack.md#settings).
            """;

    private ConfigurationPage() {}

    static String render(List<ConfigurationKey> keys) {
        Map<String, List<ConfigurationKey>> sections = keys.stream()
                .collect(Collectors.groupingBy(ConfigurationPage::section, TreeMap::new, Collectors.toList()));
        return BEFORE
                + sections.entrySet().stream()
                        .map(section -> section(section.getKey(), section.getValue()))
                        .collect(Collectors.joining())
                + AFTER;
    }

    /** The two first words of its name. */
    private static String section(ConfigurationKey key) {
        return key.name().substring(0, key.name().indexOf('.', "paragon.".length()));
    }

    private static String section(String name, List<ConfigurationKey> keys) {
        return "\n## " + name
                + "\n\n| key, environment variable | read by | value | default | meaning |\n|---|---|---|---|---|\n"
                + keys.stream().map(ConfigurationPage::row).collect(Collectors.joining());
    }

    private static String row(ConfigurationKey key) {
        return "| `%s`<br>`%s` | %s | %s | %s | %s |\n"
                .formatted(
                        key.name(),
                        key.environmentName(),
                        readBy(key.readBy()),
                        key.type(),
                        defaults(key.defaults()),
                        key.meaning().orElse("").replace("|", "\\|"));
    }

    private static String readBy(Set<Deployable> services) {
        if (services.size() == Deployable.values().length) {
            return "all";
        }
        return services.size() == 3 && !services.contains(Deployable.API)
                ? "workers"
                : services.stream().map(Deployable::module).collect(Collectors.joining(", "));
    }

    private static String defaults(List<ConfigurationKey.Default> defaults) {
        String there = defaults.stream()
                .map(d -> "`" + d.value() + "`"
                        + d.place().map(place -> " in " + place).orElse(""))
                .collect(Collectors.joining("; "));
        boolean everywhere = defaults.stream().anyMatch(d -> d.place().isEmpty());
        return everywhere ? there : there.isEmpty() ? "not set" : "not set; " + there;
    }
}
