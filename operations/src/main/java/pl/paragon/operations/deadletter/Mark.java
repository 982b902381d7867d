package pl.paragon.operations.deadletter;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import pl.paragon.runtime.publish.DeadLetter;

/**
 * A record about a replay, in the dead letter topic itself: it is kept as long as the letter, and in one order with all
 * others about it.
 *
 * @param run the replay
 */
record Mark(LetterId letter, Kind kind, String run) {

    /** On a mark: its kind. On a record that was replayed: which letter it is. */
    static final String REPLAY = "dead-letter-replay";

    private static final String RUN = "dead-letter-replay-run";
    private static final byte[] NOTHING = {};

    enum Kind {
        /** Somebody is about to replay it, unless somebody else was first. */
        CLAIMED,
        /** The same, whatever was before. */
        CLAIMED_AGAIN,
        /** Its topic has it. */
        DONE
    }

    /** Empty if the record is a letter. */
    static Optional<Mark> of(LetterId letter, Map<String, String> headers) {
        return Optional.ofNullable(headers.get(REPLAY))
                .flatMap(name -> Arrays.stream(Kind.values())
                        .filter(kind -> kind.name().equals(name))
                        .findFirst())
                .map(kind -> new Mark(letter, kind, headers.getOrDefault(RUN, "")));
    }

    /** @param key the letter's */
    ProducerRecord<String, byte[]> record(String key) {
        ProducerRecord<String, byte[]> mark =
                new ProducerRecord<>(letter.topic().deadLetterId(), null, key, NOTHING, List.of());
        add(mark.headers(), REPLAY, kind.name());
        add(mark.headers(), RUN, run);
        add(mark.headers(), DeadLetter.Header.TOPIC.id(), letter.topic().id());
        add(mark.headers(), DeadLetter.Header.PARTITION.id(), Integer.toString(letter.partition()));
        add(mark.headers(), DeadLetter.Header.OFFSET.id(), Long.toString(letter.offset()));
        return mark;
    }

    static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    static Map<String, String> read(Headers headers) {
        Map<String, String> read = new LinkedHashMap<>();
        for (Header header : headers) {
            read.put(header.key(), header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8));
        }
        return read;
    }
}
