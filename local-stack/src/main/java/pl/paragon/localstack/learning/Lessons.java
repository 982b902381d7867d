package pl.paragon.localstack.learning;

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
import pl.paragon.localstack.stack.Service;
import pl.paragon.servers.KafkaServer;

/** The lessons of all JVMs of the stack. */
public final class Lessons {

    private final Map<String, Lesson> byPart;

    private Lessons(List<Lesson> lessons) {
        this.byPart = lessons.stream().collect(Collectors.toMap(Lesson::part, Function.identity()));
    }

    /** The caches are products of the build: they lie beside the other ones, and go with them. */
    public static Lessons of(Path checkout) {
        Path folder = checkout.resolve("local-stack").resolve("target").resolve("aot");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot be made: " + folder, e);
        }
        List<Lesson> lessons = new ArrayList<>();
        lessons.add(Lesson.of(
                "kafka", folder, KafkaServer.jvmOptions(), KafkaServer.application(), KafkaServer.classpath()));
        for (Service service : Service.values()) {
            lessons.add(service(folder, service, service.application(checkout)));
        }
        return new Lessons(lessons);
    }

    public Lesson of(String part) {
        return byPart.get(part);
    }

    public List<Lesson> all() {
        return List.copyOf(byPart.values());
    }

    /** Those of which there is a recording and no cache. */
    public List<Lesson> recorded() {
        return byPart.values().stream()
                .filter(Lesson::isRecorded)
                .filter(l -> !l.isLearned())
                .toList();
    }

    private static Lesson service(Path folder, Service service, Path application) {
        List<String> run =
                List.of("-jar", application.resolve("quarkus-run.jar").toString());
        return Lesson.of(service.module(), folder, service.jvmOptions(), run, jars(application));
    }

    private static List<Path> jars(Path application) {
        try (Stream<Path> files = Files.walk(application)) {
            return files.filter(f -> f.toString().endsWith(".jar")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot be read: " + application, e);
        }
    }
}
