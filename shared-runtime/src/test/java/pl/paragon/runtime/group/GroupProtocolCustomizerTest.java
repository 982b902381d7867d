package pl.paragon.runtime.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

class GroupProtocolCustomizerTest {

    private final GroupProtocolCustomizer customizer = new GroupProtocolCustomizer();
    private final Map<String, Object> client = Map.of(
            "bootstrap.servers", "127.0.0.1:1",
            "group.id", "ocr",
            "session.timeout.ms", "15000",
            "heartbeat.interval.ms", "3000",
            "partition.assignment.strategy", CooperativeStickyAssignor.class.getName());

    @Test
    void shouldLeaveTheClassicProtocolAsItIs() {
        // when, then
        assertThat(customizer.customize("submitted", null, client)).isEqualTo(client);
    }

    @Test
    void shouldNotSayWhatTheBrokerDecidesSoThatTheClientStarts() {
        // given
        Map<String, Object> chosen = new HashMap<>(client);
        chosen.put("group.protocol", "consumer");

        // when
        Map<String, Object> customized = customizer.customize("submitted", null, chosen);

        // then
        assertThat(customized).containsOnlyKeys("bootstrap.servers", "group.id", "group.protocol");
        new KafkaConsumer<>(customized, new StringDeserializer(), new StringDeserializer()).close();
    }
}
