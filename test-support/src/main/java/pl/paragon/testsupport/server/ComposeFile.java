package pl.paragon.testsupport.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code docker-compose.yml} of the checkout that the tests are part of. */
record ComposeFile(Path path) {

    private static final String NAME = "docker-compose.yml";

    /** Tests run in the folder of their module. */
    static ComposeFile ofThisCheckout() {
        return Stream.iterate(Path.of("").toAbsolutePath(), directory -> directory != null, Path::getParent)
                .map(directory -> directory.resolve(NAME))
                .filter(Files::exists)
                .findFirst()
                .map(ComposeFile::new)
                .orElseThrow(() -> new IllegalStateException("No " + NAME + " here or above: run tests in a checkout"));
    }

    /** A file of the same folder. */
    Path beside(String name) {
        return path.resolveSibling(name);
    }

    /** The image of a service, e.g. {@code redis:8-alpine}. */
    String image(String service) {
        Matcher image = Pattern.compile("^  " + service + ":\\R(?:    .*\\R)*?    image: (\\S+)$", Pattern.MULTILINE)
                .matcher(text());
        if (!image.find()) {
            throw new IllegalStateException(path + " has no image of " + service);
        }
        return image.group(1);
    }

    private String text() {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
