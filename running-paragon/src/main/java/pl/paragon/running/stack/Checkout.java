package pl.paragon.running.stack;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import pl.paragon.running.service.Service;

/** The folder of the project, with what has been built in it. */
public record Checkout(Path directory, Map<String, String> environment) {

    private static final String LANDMARK = "local-stack/pom.xml";

    /** The one that {@code PARAGON_CHECKOUT} names, else the one that this program was built in or runs in. */
    public static Checkout ofThisProgram() {
        Map<String, String> environment = System.getenv();
        Path directory = Optional.ofNullable(environment.get("PARAGON_CHECKOUT"))
                .map(Path::of)
                .orElseGet(Checkout::around);
        return new Checkout(directory.toAbsolutePath().normalize(), environment);
    }

    /** Another folder of the project, built there. */
    public static Checkout at(Path directory) {
        return new Checkout(directory.toAbsolutePath().normalize(), System.getenv());
    }

    /** Where its stack keeps its state. */
    public StackHome home() {
        return StackHome.of(directory, environment);
    }

    /** The services that have not been built. */
    public List<Service> missing() {
        return Arrays.stream(Service.values())
                .filter(s -> !Files.exists(s.application(directory).resolve("quarkus-run.jar")))
                .toList();
    }

    /** The program behind {@code ./paragon}, once it has been built. */
    public Path program() {
        return directory.resolve("local-stack").resolve("target").resolve("local-stack.jar");
    }

    // The code may come from Maven's repository, if one module alone is tested.
    private static Path around() {
        return Stream.of(ownCode(), Path.of("").toAbsolutePath())
                .flatMap(start -> Stream.iterate(start, p -> p != null, Path::getParent))
                .filter(p -> Files.isRegularFile(p.resolve(LANDMARK)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Paragon runs in the folder in which it was built."));
    }

    private static Path ownCode() {
        try {
            return Path.of(Checkout.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a location that is not a URI", e);
        }
    }
}
