package pl.paragon.manifests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/** The files of this project. */
public final class Checkout {

    public static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private Checkout() {}

    public static String text(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The only document of a YAML file, with its anchors and merges resolved. */
    public static Node yaml(String file) {
        return new Node(new Yaml().load(text(file)));
    }

    /** The documents of a YAML file. */
    public static List<Node> documents(String file) {
        return StreamSupport.stream(new Yaml().loadAll(text(file)).spliterator(), false)
                .map(Node::new)
                .toList();
    }

    public static Properties properties(String file) {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(ROOT.resolve(file))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    public static List<Path> files(String folder, String suffix) {
        Path start = ROOT.resolve(folder);
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(start)) {
            return files.filter(f -> f.toString().endsWith(suffix)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
