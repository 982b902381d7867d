package pl.paragon.operations.deadletter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import pl.paragon.contracts.event.Topic;
import pl.paragon.operations.broker.Broker;
import pl.paragon.operations.broker.BrokerClient;
import pl.paragon.operations.broker.KafkaClient;

/**
 * The dead letter topics of a broker. Every method throws {@link Broker.UnavailableException} if it does not answer.
 * For one thread at a time.
 */
final class DeadLetterTopics implements BrokerClient {

    private final Broker broker;

    /** @throws IllegalArgumentException if no client can be made of it */
    DeadLetterTopics(KafkaClient kafka) {
        this.broker = new Broker(kafka);
    }

    /** All that is in the dead letter topics of these topics now. */
    Letters read(Collection<Topic> topics) {
        Letters letters = new Letters();
        topics.stream().filter(Topic::deadLettered).forEach(topic -> broker.read(
                        new TopicPartition(topic.deadLetterId(), 0))
                .forEach(record -> letters.add(topic, record)));
        return letters;
    }

    /** The record itself: the value that the letter holds, else the one that its topic still has. */
    Optional<byte[]> value(Letter letter) {
        return letter.valueOmitted() ? original(letter.id()) : Optional.of(letter.value());
    }

    private Optional<byte[]> original(LetterId id) {
        return broker.readAt(new TopicPartition(id.topic().id(), id.partition()), id.offset())
                .map(ConsumerRecord::value);
    }

    /**
     * Sends records back to the topics that they came from, each once: by itself this replays neither what was replayed
     * before nor what somebody else replays at the same time.
     *
     * @param again also what was replayed before, or may have been
     * @throws Broker.UnavailableException if the broker does not answer; what was begun shows as begun
     */
    Map<LetterId, Replay> replay(Collection<LetterId> wanted, boolean again) {
        Set<Topic> topics = wanted.stream().map(LetterId::topic).collect(Collectors.toSet());
        Letters before = read(topics);
        Map<LetterId, Replay> outcomes = new LinkedHashMap<>();
        List<Ready> ready = new ArrayList<>();
        for (LetterId id : new LinkedHashSet<>(wanted)) {
            switch (prepare(before.find(id), again)) {
                case Ready letter -> ready.add(letter);
                case Refused(var why) -> outcomes.put(id, why);
            }
        }
        outcomes.putAll(replayClaimed(topics, ready, again ? Mark.Kind.CLAIMED_AGAIN : Mark.Kind.CLAIMED));
        return outcomes;
    }

    private sealed interface Prepared {}

    private record Ready(Letter letter, byte[] value) implements Prepared {}

    private record Refused(Replay why) implements Prepared {}

    private Prepared prepare(Optional<Letter> found, boolean again) {
        if (found.isEmpty()) {
            return new Refused(new Replay.Unknown());
        }
        Letter letter = found.get();
        Optional<Replay> earlier = again ? Optional.empty() : earlier(letter.state());
        return earlier.<Prepared>map(Refused::new).orElseGet(() -> value(letter)
                .<Prepared>map(value -> new Ready(letter, value))
                .orElseGet(() -> new Refused(new Replay.Expired())));
    }

    private static Optional<Replay> earlier(Letter.State state) {
        return switch (state) {
            case Letter.State.Waiting() -> Optional.empty();
            case Letter.State.Begun(var at) -> Optional.of(new Replay.BegunBefore(at));
            case Letter.State.Replayed(var at) -> Optional.of(new Replay.DoneBefore(at));
        };
    }

    private Map<LetterId, Replay> replayClaimed(Set<Topic> topics, List<Ready> ready, Mark.Kind claim) {
        String run = UUID.randomUUID().toString();
        ready.forEach(one -> broker.send(
                new Mark(one.letter().id(), claim, run).record(one.letter().key())));
        Letters after = read(topics);
        Map<LetterId, Replay> outcomes = new LinkedHashMap<>();
        for (Ready one : ready) {
            LetterId id = one.letter().id();
            // Otherwise somebody else claimed it between our look and our claim.
            outcomes.put(
                    id,
                    after.isClaimedBy(id, run)
                            ? resend(one, run)
                            : after.find(id)
                                    .flatMap(now -> earlier(now.state()))
                                    .orElseGet(Replay.Unknown::new));
        }
        return outcomes;
    }

    private Replay resend(Ready ready, String run) {
        Letter letter = ready.letter();
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(letter.id().topic().id(), letter.key(), ready.value());
        if (!letter.valueOmitted()) { // one that was may be so large that a header is too much
            Mark.add(record.headers(), Mark.REPLAY, letter.id().toString());
        }
        RecordMetadata sent = broker.send(record);
        broker.send(new Mark(letter.id(), Mark.Kind.DONE, run).record(letter.key()));
        return new Replay.Done(sent.partition(), sent.offset());
    }

    @Override
    public void close() {
        broker.close();
    }
}
