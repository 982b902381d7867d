package pl.paragon.operations.deadletter;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pl.paragon.contracts.event.Topic;

/** Where a dead-lettered record was consumed from; in text {@code receipt-submitted/3/1234}. */
record LetterId(Topic topic, int partition, long offset) implements Comparable<LetterId> {

    private static final Pattern TEXT = Pattern.compile("([a-z-]+)/(\\d{1,9})/(\\d{1,18})");
    private static final Comparator<LetterId> ORDER = Comparator.<LetterId, Topic>comparing(LetterId::topic)
            .thenComparingInt(LetterId::partition)
            .thenComparingLong(LetterId::offset);

    static Optional<LetterId> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches()
                ? topic(parts.group(1))
                        .map(topic ->
                                new LetterId(topic, Integer.parseInt(parts.group(2)), Long.parseLong(parts.group(3))))
                : Optional.empty();
    }

    static Optional<Topic> topic(String id) {
        return Arrays.stream(Topic.values())
                .filter(topic -> topic.id().equals(id) && topic.deadLettered())
                .findFirst();
    }

    @Override
    public int compareTo(LetterId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return topic.id() + "/" + partition + "/" + offset;
    }
}
