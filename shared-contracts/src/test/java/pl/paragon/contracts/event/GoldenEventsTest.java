package pl.paragon.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pl.paragon.contracts.job.BatchId;
import pl.paragon.contracts.job.BatchPlace;
import pl.paragon.contracts.job.Lane;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.receipt.AnalyzedReceipt;

/**
 * What is on the wire does not change by accident: a renamed component breaks a service of yesterday's version.
 */
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
    void shouldReadAHeartbeatOfAnEarlierVersion() throws IOException {
        // given
        ObjectNode golden = (ObjectNode) Json.mapper().readTree(golden("worker-heartbeat"));
        golden.remove("process");

        // when
        WorkerHeartbeat read = (WorkerHeartbeat) Json.read(Json.write(golden), Event.class);

        // then
        assertThat(read.process()).isNull();
        assertThat(read.activeJobs()).isEqualTo(1);
    }

    @Test
    void shouldSayOfAFileOfABatchWhereItStands() {
        // given
        Submission alone = Facts.submission();
        BatchPlace place = new BatchPlace(BatchId.of("7c1f1d3e-0d0c-4a52-9b8e-5f0a9a3c2b11"), 3, 40);
        Submission submission = new Submission(
                alone.filename(),
                alone.file(),
                alone.userId(),
                alone.submitter(),
                alone.submittedAt(),
                Lane.BULK,
                place);

        // when
        byte[] written = Json.write(submission);

        // then
        assertThat(Json.read(written, JsonNode.class).path("batch").toString())
                .isEqualTo("{\"id\":\"7c1f1d3e-0d0c-4a52-9b8e-5f0a9a3c2b11\",\"position\":3,\"size\":40}");
        assertThat(Json.read(written, Submission.class)).isEqualTo(submission);
        assertThat(alone.batch()).isNull();
        assertThat(place.id().jobAt(3))
                .isEqualTo(place.id().jobAt(3))
                .isNotEqualTo(place.id().jobAt(4))
                .isNotEqualTo(BatchId.random().jobAt(3));
    }

    @Test
    void shouldHaveOneFactForEachTopicOrPairOfLanes() {
        assertThat(Facts.all())
                .<Class<?>>extracting(Event::getClass)
                .containsExactlyElementsOf(Stream.of(Topic.values())
                        .<Class<?>>map(Topic::type)
                        .distinct()
                        .toList());
    }

    @Test
    void shouldWriteAndReadTheAnalysisAsTheGoldenFileSays() throws IOException {
        // given
        AnalyzedReceipt document = Facts.analyzedReceipt();

        // when, then
        assertThat(Json.mapper().readTree(Json.write(document)).toPrettyString())
                .isEqualTo(Json.mapper().readTree(golden("analyzed-receipt")).toPrettyString());
        assertThat(Json.read(golden("analyzed-receipt"), AnalyzedReceipt.class)).isEqualTo(document);
    }

    private static byte[] golden(Event fact) {
        return golden(Topic.of(fact).id());
    }

    private static byte[] golden(String file) {
        String name = "/golden/" + file + ".json";
        try (InputStream in = GoldenEventsTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
