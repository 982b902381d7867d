package pl.paragon.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TopicTest {

    @Test
    void shouldHaveNamesThatDoNotCollideInMetrics() {
        assertThat(Topic.values()).extracting(Topic::id).allMatch(id -> id.matches("[a-z]+(-[a-z]+)*"));
    }

    @Test
    void shouldNameEachFactOnTheWireLikeItsTopic() {
        // given
        var names = Arrays.stream(Event.class.getAnnotation(JsonSubTypes.class).value());

        // then
        assertThat(names).allSatisfy(name -> assertThat(Arrays.stream(Topic.values()))
                .filteredOn(topic -> topic.type() == name.value())
                .extracting(Topic::id)
                .containsExactly(name.name()));
    }
}
