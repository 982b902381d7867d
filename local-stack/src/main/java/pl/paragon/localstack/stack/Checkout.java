package pl.paragon.localstack.stack;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The folder of the project, with what has been built in it. */
public record Checkout(Path directory, Map<String, String> environment) {

    /** The one that this program was built in, or the one that {@code PARAGON_CHECKOUT} names. */
    public static Checkout ofThisProgram() {
        Map<String, String> environment = System.getenv();
        Path directory = Optional.ofNullable(environment.get("PARAGON_CHECKOUT"))
                .map(Path::of)
                .orElseGet(Checkout::around);
        return new Checkout(directory.toAbsolutePath().normalize(), environment);
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

    // This code is in <checkout>/local-stack/target/, in a jar or in the folder classes.
    private static Path around() {
        try {
            Path code = Path.of(Checkout.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return code.getParent().getParent().getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of this program cannot be told", e);
        }
    }
}
