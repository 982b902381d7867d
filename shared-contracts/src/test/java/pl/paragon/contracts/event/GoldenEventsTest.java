package pl.paragon.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pl.paragon.contracts.json.Json;

/** What is on the wire does not change by accident: a renamed component breaks a service that is still of yesterday's version. */
class GoldenEventsTest {

    static Stream<Event> facts() {
        return Facts.all().stream();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void shouldBeWrittenAsTheGoldenFileSays(Event fact) throws IOException {
        // when
        var written = Json.mapper().readTree(Json.write(fact));

        // then
        assertThat(written.toPrettyString())
                .as(
                        "golden/%s.json; change it only together with every service that reads it",
                        Topic.of(fact).id())
                .isEqualTo(Json.mapper().readTree(golden(fact)).toPrettyString());
    }

    @ParameterizedTest
    @MethodSource("facts")
    void shouldBeReadFromTheGoldenFile(Event fact) {
        assertThat(Json.read(golden(fact), Event.class)).isEqualTo(fact);
    }

    @Test
    void shouldHaveOneFactForEachTopic() {
        assertThat(Facts.all()).extracting(Topic::of).containsExactly(Topic.values());
    }

    private static byte[] golden(Event fact) {
        String name = "/golden/" + Topic.of(fact).id() + ".json";
        try (InputStream in = GoldenEventsTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
