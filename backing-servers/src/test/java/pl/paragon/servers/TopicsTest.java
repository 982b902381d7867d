package pl.paragon.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.event.Topic;

class TopicsTest {

    private final Map<String, NewTopic> topics =
            Topics.all().collect(Collectors.toMap(NewTopic::name, Function.identity()));

    @Test
    void shouldHaveEachTopicOfTheEnumAsItSays() {
        assertThat(Topic.values()).allSatisfy(topic -> {
            NewTopic made = topics.get(topic.id());
            assertThat(made.numPartitions()).isEqualTo(topic.partitions());
            assertThat(made.configs())
                    .containsEntry(
                            "retention.ms", Long.toString(topic.retention().toMillis()));
        });
    }

    @Test
    void shouldHaveADeadLetterTopicOfOnePartitionWhereTheEnumWantsOne() {
        assertThat(topics.get(Topic.RECEIPT_SUBMITTED.deadLetterId()).numPartitions())
                .isOne();
        assertThat(topics).doesNotContainKey(Topic.WORKER_HEARTBEAT.deadLetterId());
    }
}
