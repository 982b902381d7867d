package pl.paragon.runtime.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class OutgoingValueSerializerTest {

    private final OutgoingValueSerializer serializer = new OutgoingValueSerializer();
    private final OutgoingValue value = new OutgoingValue(new byte[] {1, 2});

    @Test
    void shouldPassAValueThatSomebodyWaitsFor() {
        assertThat(serializer.serialize("receipt-submitted", value)).containsExactly(1, 2);
    }

    @Test
    void shouldKeepBackAValueThatWasAbandoned() {
        // given
        value.abandon();

        // when, then exactly this failure: the connector tries again after any other, subclasses of it among them
        assertThatThrownBy(() -> serializer.serialize("receipt-submitted", value))
                .isExactlyInstanceOf(SerializationException.class);
    }
}
