package pl.paragon.operations.deadletter;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import pl.paragon.contracts.event.Topic;
import pl.paragon.runtime.publish.DeadLetter;

/** A fold of dead letter topics, each in its order: the letters, and what is known of their replays. */
final class Letters {

    private final Map<LetterId, Letter> letters = new TreeMap<>();
    private final Map<LetterId, String> claims = new TreeMap<>();
    private int foreign;

    /** @param topic whose dead letter topic the record is from */
    void add(Topic topic, ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = Mark.read(record.headers());
        Optional<LetterId> id = id(topic, headers);
        if (id.isEmpty()) {
            foreign++;
            return;
        }
        Instant at = Instant.ofEpochMilli(record.timestamp());
        Mark.of(id.get(), headers).ifPresentOrElse(mark -> add(mark, at), () -> add(id.get(), record, headers, at));
    }

    private static Optional<LetterId> id(Topic topic, Map<String, String> headers) {
        return LetterId.parse("%s/%s/%s"
                .formatted(
                        topic.id(),
                        headers.get(DeadLetter.Header.PARTITION.id()),
                        headers.get(DeadLetter.Header.OFFSET.id())));
    }

    private void add(LetterId id, ConsumerRecord<String, byte[]> record, Map<String, String> headers, Instant at) {
        Letter first = new Letter(id, record.key(), record.value(), headers, at, 1, new Letter.State.Waiting());
        letters.merge(id, first, (known, copy) -> with(known, known.copies() + 1, known.state()));
    }

    private void add(Mark mark, Instant at) {
        LetterId id = mark.letter();
        Letter letter = letters.get(id);
        if (letter == null) {
            return; // the letter's time is over
        }
        switch (mark.kind()) {
            case CLAIMED -> {
                if (letter.state() instanceof Letter.State.Waiting) {
                    claim(letter, mark.run(), at);
                }
            }
            case CLAIMED_AGAIN -> claim(letter, mark.run(), at);
            case DONE -> letters.put(id, with(letter, letter.copies(), new Letter.State.Replayed(at)));
        }
    }

    private void claim(Letter letter, String run, Instant at) {
        claims.put(letter.id(), run);
        letters.put(letter.id(), with(letter, letter.copies(), new Letter.State.Begun(at)));
    }

    private static Letter with(Letter letter, int copies, Letter.State state) {
        return new Letter(letter.id(), letter.key(), letter.value(), letter.headers(), letter.at(), copies, state);
    }

    /** In the order of their ids. */
    List<Letter> all() {
        return List.copyOf(letters.values());
    }

    Optional<Letter> find(LetterId id) {
        return Optional.ofNullable(letters.get(id));
    }

    /** Whether this replay's claim of the letter is the one that counts. */
    boolean isClaimedBy(LetterId id, String run) {
        return run.equals(claims.get(id));
    }

    /** How many records there are that no Paragon has written. */
    int foreign() {
        return foreign;
    }
}
