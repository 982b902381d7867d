package pl.paragon.localstack.aot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.paragon.running.service.Service;
import pl.paragon.servers.KafkaServer;

/** The AOT caches of all JVMs of the stack. */
public final class AotCaches {

    private final Map<String, AotCache> byPart;

    private AotCaches(List<AotCache> caches) {
        this.byPart = caches.stream().collect(Collectors.toMap(AotCache::part, Function.identity()));
    }

    /** The caches are products of the build: they are in its folder and are deleted with it. */
    public static AotCaches of(Path checkout) {
        Path folder = checkout.resolve("local-stack").resolve("target").resolve("aot");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot be created: " + folder, e);
        }
        List<AotCache> caches = new ArrayList<>();
        caches.add(AotCache.of(
                "kafka", folder, KafkaServer.jvmOptions(), KafkaServer.application(), KafkaServer.classpath()));
        for (Service service : Service.values()) {
            caches.add(service(folder, service, checkout));
        }
        return new AotCaches(caches);
    }

    public AotCache of(String part) {
        return byPart.get(part);
    }

    public List<AotCache> all() {
        return List.copyOf(byPart.values());
    }

    /** Those with a recording from which no cache has been created yet. */
    public List<AotCache> trained() {
        return byPart.values().stream()
                .filter(AotCache::isTrained)
                .filter(c -> !c.exists())
                .toList();
    }

    private static AotCache service(Path folder, Service service, Path checkout) {
        Path application = service.application(checkout);
        return AotCache.of(service.module(), folder, service.jvmOptions(), service.main(checkout), jars(application));
    }

    private static List<Path> jars(Path application) {
        try (Stream<Path> files = Files.walk(application)) {
            return files.filter(f -> f.toString().endsWith(".jar")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot be read: " + application, e);
        }
    }
}
