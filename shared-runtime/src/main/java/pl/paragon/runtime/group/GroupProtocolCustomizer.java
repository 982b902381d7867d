package pl.paragon.runtime.group;

import io.quarkus.arc.Unremovable;
import io.smallrye.reactive.messaging.ClientCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.eclipse.microprofile.config.Config;

/**
 * Lets {@code group.protocol=consumer} (KIP-848) be chosen by that one key: the broker decides there what our defaults
 * say for the classic protocol, and Kafka's client refuses to start if it is told.
 */
@ApplicationScoped
@Unremovable
class GroupProtocolCustomizer implements ClientCustomizer<Map<String, Object>> {

    private static final List<String> DECIDED_BY_THE_BROKER = List.of(
            ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
            ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
            ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG);

    @Override
    public Map<String, Object> customize(String channel, Config channelConfig, Map<String, Object> client) {
        if (!"consumer".equalsIgnoreCase(String.valueOf(client.get(ConsumerConfig.GROUP_PROTOCOL_CONFIG)))) {
            return client;
        }
        Map<String, Object> customized = new HashMap<>(client);
        DECIDED_BY_THE_BROKER.forEach(customized::remove);
        return customized;
    }
}
