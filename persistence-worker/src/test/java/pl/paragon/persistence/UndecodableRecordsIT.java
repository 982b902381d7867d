package pl.paragon.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.event.Topic;
import pl.paragon.testsupport.broker.RealBroker;

/** Records that are no facts. */
@QuarkusTest
@WithTestResource(RealBroker.class)
@WithTestResource(RealDatabase.class)
class UndecodableRecordsIT extends AgainstRealServers {

    @ParameterizedTest
    @EnumSource(
            value = Topic.class,
            names = {"RECEIPT_ANALYZED", "STAGE_FAILED", "CANCEL_REQUESTED"})
    void shouldDeadLetterARecordThatCannotBeDecodedAndGoOn(Topic topic) {
        // given
        byte[] poison = "{\"type\":\"receipt-analyzed\",\"job_id\":\"none\"}".getBytes(StandardCharsets.UTF_8);

        // when
        broker.send(topic.id(), job.toString(), poison);
        broker.publish(
                switch (topic) {
                    case RECEIPT_ANALYZED -> Fixtures.analyzedNow(job, Fixtures.document(), store);
                    case STAGE_FAILED -> Fixtures.failed(job);
                    default -> Fixtures.cancelled(job);
                });

        // then
        ConsumerRecord<String, byte[]> letter = broker.awaitDeadLetter(topic, job.toString());
        assertThat(letter.value()).isEqualTo(poison);
        assertThat(new String(letter.headers().lastHeader("dead-letter-topic").value(), StandardCharsets.UTF_8))
                .isEqualTo(topic.id());
        broker.await(job, JobEnded.class);
    }
}
