package pl.paragon.contracts.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.job.Lane;
import pl.paragon.contracts.json.Json;

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
                .startsWith(name.name())
                .isSubsetOf(name.name(), name.name() + "-bulk"));
    }

    @Test
    void shouldSendEachStagesWorkDownTheLaneOfItsJob() {
        assertThat(Topic.of(submitted(Lane.INTERACTIVE))).isEqualTo(Topic.RECEIPT_SUBMITTED);
        assertThat(Topic.of(submitted(Lane.BULK))).isEqualTo(Topic.RECEIPT_SUBMITTED_BULK);
    }

    @Test
    void shouldKeepOneTopicForFactsThatHaveNoLanes() {
        // given
        ReceiptSubmitted bulk = submitted(Lane.BULK);
        ReceiptAnalyzed analyzed = new ReceiptAnalyzed(
                bulk.jobId(),
                Facts.NOON,
                bulk.submission(),
                Facts.NOON,
                bulk.submission().file());

        // then
        assertThat(Topic.of(analyzed)).isEqualTo(Topic.RECEIPT_ANALYZED);
    }

    @Test
    void shouldTakeAFactThatDoesNotNameItsLaneAsInteractive() {
        // given
        String json = Json.writeText(submitted(Lane.BULK)).replace(",\"lane\":\"BULK\"", "");

        // when
        ReceiptSubmitted read = Json.read(json.getBytes(UTF_8), ReceiptSubmitted.class);

        // then
        assertThat(json).doesNotContain("lane");
        assertThat(read.submission().lane()).isEqualTo(Lane.INTERACTIVE);
    }

    private static ReceiptSubmitted submitted(Lane lane) {
        Submission some = Facts.submission();
        return new ReceiptSubmitted(
                Facts.JOB,
                Facts.NOON,
                new Submission(
                        some.filename(), some.file(), some.userId(), some.submitter(), some.submittedAt(), lane));
    }
}
