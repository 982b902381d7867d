package pl.paragon.operations.deadletter;

import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import pl.paragon.contracts.event.Topic;

/** Reads a topic's name on the command line. */
final class TopicName implements ITypeConverter<Topic> {

    @Override
    public Topic convert(String name) {
        return LetterId.topic(name)
                .orElseThrow(() -> new TypeConversionException(
                        "no topic with dead letters is named " + name + "; there are: " + names()));
    }

    private static String names() {
        return Arrays.stream(Topic.values())
                .filter(Topic::deadLettered)
                .map(Topic::id)
                .collect(Collectors.joining(", "));
    }
}
