package pl.paragon.operations.deadletter;

/** Kafka does not answer, or not in time. */
final class KafkaUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KafkaUnavailableException(String bootstrapServers, Throwable cause) {
        super("No Kafka answers at " + bootstrapServers, cause);
    }
}
