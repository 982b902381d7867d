package pl.paragon.worker.acknowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AcknowledgedOffsetsTest {

    private static final TopicPartition TEXTS = new TopicPartition("receipt-text-recognized", 1);
    private static final TopicPartition OTHERS = new TopicPartition("receipt-text-recognized", 2);

    private final AcknowledgedOffsets offsets = new AcknowledgedOffsets();

    @BeforeEach
    void assign() {
        offsets.assigned(List.of(TEXTS));
    }

    @Test
    void shouldOweNothingBeforeARecordIsAcknowledged() {
        // when
        received(5, 6);

        // then
        assertThat(offsets.due()).isEmpty();
    }

    @Test
    void shouldOweTheOffsetAfterTheLastAcknowledged() {
        // when
        received(5, 6);
        acknowledged(5, 6);

        // then
        assertThat(offsets.due()).isEqualTo(at(7));
    }

    @Test
    void shouldNotPassOverARecordInHand() {
        // when
        received(5, 6, 7);
        acknowledged(5, 7);

        // then
        assertThat(offsets.due()).isEqualTo(at(6));
    }

    @Test
    void shouldOweNothingOfARecordBehindOneInHand() {
        // when
        received(5, 6);
        acknowledged(6);

        // then
        assertThat(offsets.due()).isEmpty();
    }

    @Test
    void shouldOweAnOffsetUntilItIsCommitted() {
        // given
        received(5);
        acknowledged(5);

        // when, then
        assertThat(offsets.due()).isEqualTo(at(6));
        assertThat(offsets.due()).as("its commit failed").isEqualTo(at(6));
        offsets.committed(at(6));
        assertThat(offsets.due()).isEmpty();
    }

    @Test
    void shouldForgetPartitionsThatAreTaken() {
        // given
        received(5);
        acknowledged(5);

        // when
        offsets.revoked(List.of(TEXTS));

        // then
        assertThat(offsets.due()).isEmpty();
    }

    @Test
    void shouldNotCountAnAcknowledgementThatComesAfterItsPartitionWasTaken() {
        // given
        received(5);
        offsets.revoked(List.of(TEXTS));

        // when
        acknowledged(5);
        offsets.received(OTHERS, 3);
        offsets.acknowledged(OTHERS, 3);

        // then
        assertThat(offsets.due()).as("nothing here is ours").isEmpty();
    }

    @Test
    void shouldStartAgainWhenAPartitionComesBack() {
        // given
        received(5, 6);
        acknowledged(5);
        offsets.revoked(List.of(TEXTS));
        offsets.assigned(List.of(TEXTS));

        // when
        received(5);

        // then
        assertThat(offsets.due()).as("delivered again and in hand").isEmpty();
    }

    @Test
    void shouldGoOnFromWhereTheClientWasPutBackTo() {
        // given
        received(100);
        acknowledged(100);
        offsets.committed(at(101));

        // when
        received(0);
        acknowledged(0);

        // then
        assertThat(offsets.due()).isEqualTo(at(1));
    }

    private void received(long... records) {
        for (long record : records) {
            offsets.received(TEXTS, record);
        }
    }

    private void acknowledged(long... records) {
        for (long record : records) {
            offsets.acknowledged(TEXTS, record);
        }
    }

    private static Map<TopicPartition, OffsetAndMetadata> at(long offset) {
        return Map.of(TEXTS, new OffsetAndMetadata(offset));
    }
}
