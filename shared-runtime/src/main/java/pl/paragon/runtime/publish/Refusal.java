package pl.paragon.runtime.publish;

import java.util.Set;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;

/** Whose fault it is that the broker has no record: the record's own, or, for everything else, the broker's. */
final class Refusal {

    private static final Set<Class<? extends Throwable>> OF_THE_RECORD = Set.of(
            RecordTooLargeException.class,
            RecordBatchTooLargeException.class,
            InvalidRecordException.class,
            InvalidTopicException.class,
            SerializationException.class);

    private Refusal() {}

    static RuntimeException of(String topic, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (OF_THE_RECORD.contains(cause.getClass())) {
                return new UnpublishableException(
                        "The broker will not take this record of " + topic + ": " + cause.getMessage(), failure);
            }
        }
        return new BrokerUnavailableException("The broker did not confirm a record of " + topic, failure);
    }
}
