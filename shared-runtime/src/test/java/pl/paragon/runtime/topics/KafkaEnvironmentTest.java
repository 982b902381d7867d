package pl.paragon.runtime.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaEnvironmentTest {

    @Test
    void shouldTakeTheSettingsOfClientsAndNothingElse() {
        // given
        Map<String, String> environment = Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", "kafka:9092",
                "KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
                "KAFKA_SASL_MECHANISM", "SCRAM-SHA-512",
                "KAFKA_SASL_JAAS_CONFIG", "ScramLoginModule required;",
                "KAFKA_SSL_TRUSTSTORE_LOCATION", "/etc/paragon/kafka/ca.crt",
                "KAFKA_HOME", "/opt/kafka",
                "PATH", "/bin");

        // when, then
        assertThat(KafkaEnvironment.settings(environment))
                .isEqualTo(Map.of(
                        "bootstrap.servers", "kafka:9092",
                        "security.protocol", "SASL_SSL",
                        "sasl.mechanism", "SCRAM-SHA-512",
                        "sasl.jaas.config", "ScramLoginModule required;",
                        "ssl.truststore.location", "/etc/paragon/kafka/ca.crt"));
    }
}
