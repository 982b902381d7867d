package pl.paragon.api.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pl.paragon.api.AsyncApiDocument;
import pl.paragon.api.Samples;
import pl.paragon.api.listen.JobState;
import pl.paragon.api.status.Fact;
import pl.paragon.api.status.Job;
import pl.paragon.api.status.JobStatus;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.error.JobError;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;
import pl.paragon.contracts.job.Step;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.receipt.AnalyzedReceipt;

/** The AsyncAPI document says what the edge of push knows: each message, parameter, close code. */
class DescribedPushTest {

    private static final JobId JOB = JobId.random();
    private static final Instant NOON = Samples.NOON;

    private final AsyncApiDocument document = AsyncApiDocument.shipped();

    static Stream<JobState> states() {
        JobError error = JobError.of(ErrorCode.OCR_TIMEOUT);
        var saved = new JobStatus.Succeeded(
                new JobEnded.Saved(Samples.RECEIPT),
                new Fact.ResultReady(JOB + "/analysis.json", 1, "ab", NOON, NOON),
                NOON);
        return Stream.concat(
                Stream.of(state(saved, "u1", Optional.of(Samples.document())), state(saved, "u1", Optional.empty())),
                Stream.of(
                                new JobStatus.Pending(),
                                new JobStatus.Started(NOON),
                                new JobStatus.Progress(Step.OCR, 2, NOON),
                                new JobStatus.Retrying(new Fact.RetryPlanned(Stage.OCR, 1, 4, NOON, error, NOON)),
                                new JobStatus.Failed(Stage.OCR, 4, error, NOON),
                                new JobStatus.Revoked(NOON))
                        .flatMap(status -> Stream.of(
                                state(status, "u1", Optional.empty()), state(status, null, Optional.empty()))));
    }

    private static JobState state(JobStatus status, String userId, Optional<AnalyzedReceipt> receipt) {
        var submitted = new Fact.Submitted("paragon.jpg", "image/jpeg", 3, userId, "anna", NOON);
        return new JobState(7, new Job(JOB, submitted, status, false), receipt);
    }

    @ParameterizedTest
    @MethodSource("states")
    void shouldDescribeEachMessageAndNoOtherField(JobState state) {
        String message = ReceiptMessage.of(state, NOON).json();

        assertThat(document.violations(Json.read(message.getBytes(StandardCharsets.UTF_8), JsonNode.class)))
                .isEmpty();
    }

    @Test
    void shouldDescribeWhatAClientMayAskForAndHowASocketEnds() {
        String[] parameters = {Wish.JOB_ID, Wish.USER_ID, Wish.LAST_EVENT_ID_PARAMETER, "household"};

        assertThat(document.names("/channels/Socket/bindings/ws/query/properties"))
                .containsExactlyInAnyOrder(parameters);
        assertThat(document.names("/channels/Events/x-query/properties")).containsExactlyInAnyOrder(parameters);
        assertThat(document.names("/channels/Socket/bindings/ws/headers/properties"))
                .contains(Wish.LAST_EVENT_ID);
        assertThat(document.names("/channels/Socket/x-close-codes"))
                .containsExactlyInAnyOrder(
                        String.valueOf(SocketListener.GOING_AWAY), String.valueOf(SocketListener.TRY_AGAIN_LATER));
        assertThat(document.at("/channels/Socket/address").asText()).isEqualTo(ReceiptSocket.PATH);
    }
}
