package pl.paragon.localstack.supervision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import pl.paragon.contracts.event.Topic;
import pl.paragon.runtime.topics.Topics;

/**
 * Creates the topics, unless a note beside the broker's data says that exactly these were created: asking the broker
 * costs a second of each start. Note and data are lost together.
 */
final class TopicsOnce {

    private final Path note;

    TopicsOnce(Path data) {
        this.note = data.resolve("topics");
    }

    void ensure(String bootstrapServers) {
        String layout = layout();
        try {
            if (Files.exists(note) && Files.readString(note).equals(layout)) {
                return;
            }
            Topics.create(bootstrapServers);
            Files.writeString(note, layout);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot be read or written: " + note, e);
        }
    }

    private static String layout() {
        return Arrays.stream(Topic.values())
                .map(t -> "%s %d %s %s%n".formatted(t.id(), t.partitions(), t.retention(), t.deadLettered()))
                .collect(Collectors.joining());
    }
}
