package pl.paragon.runtime.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.event.Topic;

class TopicsTest {

    @Test
    void shouldPlanEveryTopicAndTheDeadLetters() {
        // when
        List<NewTopic> plan = Topics.plan((short) 3);

        // then
        assertThat(plan)
                .extracting(NewTopic::name)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Topic.values())
                        .flatMap(t -> t.deadLettered() ? Stream.of(t.id(), t.deadLetterId()) : Stream.of(t.id()))
                        .toList());
        assertThat(plan).allMatch(topic -> topic.replicationFactor() == 3);
    }

    @Test
    void shouldTakePartitionsAndRetentionFromTheTopic() {
        // when
        List<NewTopic> plan = Topics.plan((short) 1);

        // then
        assertThat(plan)
                .filteredOn(topic -> topic.name().startsWith(Topic.STEP_STARTED.id()))
                .containsExactly(
                        new NewTopic("step-started", 6, (short) 1).configs(Map.of("retention.ms", "604800000")),
                        new NewTopic("step-started-dead-letter", 1, (short) 1)
                                .configs(Map.of("retention.ms", "604800000")));
    }
}
