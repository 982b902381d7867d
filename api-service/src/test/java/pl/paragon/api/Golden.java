package pl.paragon.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import pl.paragon.contracts.json.Json;

/**
 * The wire contract, file by file: what a test answers must be the text in {@code golden/}, digit for digit. A wanted
 * change is taken over with {@code -Dgolden.write=true}, and read line by line before it is committed.
 */
public final class Golden {

    private Golden() {}

    public static void assertGolden(String name, Object value) {
        if (Boolean.getBoolean("golden.write")) {
            write(name, pretty(value));
        }
        assertThat(pretty(value))
                .as("src/test/resources/golden/%s: if the change is wanted, it is a change of the wire contract", name)
                .isEqualToNormalizingNewlines(read(name));
    }

    /** Read back first, with every digit, since a part of it may be JSON already. */
    private static String pretty(Object value) {
        try {
            JsonNode tree = Json.mapper()
                    .reader()
                    .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .readTree(Json.write(value));
            return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n";
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(String name) {
        try {
            return Files.exists(file(name)) ? Files.readString(file(name)) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(String name, String text) {
        try {
            Files.writeString(file(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(String name) {
        return Path.of("src/test/resources/golden", name);
    }
}
