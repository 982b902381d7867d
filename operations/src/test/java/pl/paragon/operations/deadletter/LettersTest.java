package pl.paragon.operations.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.event.Topic;
import pl.paragon.runtime.publish.DeadLetter;

class LettersTest {

    private static final LetterId ID = new LetterId(Topic.RETRY_SCHEDULED, 3, 17);

    private final Letters letters = new Letters();
    private long time;

    @Test
    void shouldTakeWhatSeveralConsumersDeadLetteredForOneLetter() {
        // when
        letter();
        letter();

        // then
        assertThat(letters.all()).singleElement().satisfies(letter -> {
            assertThat(letter.copies()).isEqualTo(2);
            assertThat(letter.at()).isEqualTo(Instant.ofEpochMilli(1));
            assertThat(letter.state()).isEqualTo(new Letter.State.Waiting());
        });
    }

    @Test
    void shouldLetTheFirstOfTwoClaimsWin() {
        // given
        letter();

        // when
        mark(Mark.Kind.CLAIMED, "first");
        mark(Mark.Kind.CLAIMED, "second");

        // then
        assertThat(letters.isClaimedBy(ID, "first")).isTrue();
        assertThat(letters.isClaimedBy(ID, "second")).isFalse();
        assertThat(state()).isEqualTo(new Letter.State.Begun(Instant.ofEpochMilli(2)));
    }

    @Test
    void shouldLetAClaimWinThatIsMadeWhateverWasBefore() {
        // given
        letter();
        mark(Mark.Kind.CLAIMED, "first");
        mark(Mark.Kind.DONE, "first");
        assertThat(state()).isEqualTo(new Letter.State.Replayed(Instant.ofEpochMilli(3)));

        // when
        mark(Mark.Kind.CLAIMED_AGAIN, "second");

        // then
        assertThat(letters.isClaimedBy(ID, "second")).isTrue();
    }

    @Test
    void shouldKeepThatItWasReplayedIfAnotherConsumerDeadLettersItLate() {
        // given
        letter();
        mark(Mark.Kind.CLAIMED, "first");
        mark(Mark.Kind.DONE, "first");

        // when
        letter();

        // then
        assertThat(state()).isEqualTo(new Letter.State.Replayed(Instant.ofEpochMilli(3)));
    }

    @Test
    void shouldCountWhatIsNoLetter() {
        // when
        add(new RecordHeaders());

        // then
        assertThat(letters.all()).isEmpty();
        assertThat(letters.foreign()).isEqualTo(1);
    }

    @Test
    void shouldReadTheIdsThatItShows() {
        assertThat(LetterId.parse("retry-scheduled/3/17")).contains(ID);
        assertThat(ID).hasToString("retry-scheduled/3/17");
        for (String nonsense :
                new String[] {"", "retry-scheduled/3", "nothing/3/17", "worker-heartbeat/0/1", "a/b/c"}) {
            assertThat(LetterId.parse(nonsense)).as(nonsense).isEqualTo(Optional.empty());
        }
    }

    private Letter.State state() {
        return letters.find(ID).orElseThrow().state();
    }

    private void letter() {
        RecordHeaders headers = new RecordHeaders();
        Mark.add(headers, DeadLetter.Header.REASON.id(), "no JSON");
        Mark.add(headers, DeadLetter.Header.TOPIC.id(), ID.topic().id());
        Mark.add(headers, DeadLetter.Header.PARTITION.id(), "3");
        Mark.add(headers, DeadLetter.Header.OFFSET.id(), "17");
        add(headers);
    }

    private void mark(Mark.Kind kind, String run) {
        add(new Mark(ID, kind, run).record("key").headers());
    }

    private void add(Headers headers) {
        letters.add(
                ID.topic(),
                new ConsumerRecord<>(
                        ID.topic().deadLetterId(),
                        0,
                        time,
                        ++time,
                        TimestampType.CREATE_TIME,
                        0,
                        0,
                        "key",
                        "poison".getBytes(StandardCharsets.UTF_8),
                        headers,
                        Optional.empty()));
    }
}
