package pl.paragon.api.result;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.paragon.api.Samples;
import pl.paragon.api.board.StatusUnavailableException;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.persistence.PersistenceUnavailableException;
import pl.paragon.api.persistence.PlayedWorker;
import pl.paragon.api.status.Fact;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.history.JobHistory;
import pl.paragon.contracts.history.JobPage;
import pl.paragon.contracts.job.JobId;

class JobClientTest {

    private static final JobId JOB = JobId.of("00000000-0000-4000-8000-000000000001");
    private static final Submitter LUCJA = new Submitter("Łucja & co");
    private static final String WHOSE = "?submitter=%C5%81ucja+%26+co";

    @RegisterExtension
    private final PlayedWorker worker = new PlayedWorker();

    private final JobClient client = new JobClient(worker.client());

    @Test
    void shouldGiveWhatWasSavedAsItIs() {
        worker.answers(200, "{\"saved\": true}");

        assertThat(client.of(JOB)).asString(UTF_8).isEqualTo("{\"saved\": true}");
        assertThat(worker.requests()).containsExactly("GET /internal/jobs/" + JOB + "/analysis");
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 503})
    void shouldSayThatNothingCanBeRead(int status) {
        worker.answers(status);

        assertThatThrownBy(() -> client.of(JOB)).isInstanceOf(PersistenceUnavailableException.class);
    }

    @ParameterizedTest
    @CsvSource({"200, DELETED", "404, UNKNOWN", "409, RUNNING", "412, OUTDATED"})
    void shouldTellWhatBecameOfADeletion(int status, SavedJobs.Deletion deletion) {
        worker.answers(status);

        assertThat(client.delete(JOB, LUCJA, Optional.of(3))).isEqualTo(deletion);
        assertThat(worker.requests()).containsExactly("DELETE /internal/jobs/" + JOB + WHOSE + "&revision=3");
    }

    @Test
    void shouldTellWhatBecameOfARetry() {
        ReceiptSubmitted submitted = Samples.submitted(JOB);
        worker.answers(200, submitted);
        assertThat(client.retry(JOB, LUCJA)).isEqualTo(new FailedJobs.Retry.Resubmitted(submitted));
        worker.answers(404);
        assertThat(client.retry(JOB, LUCJA)).isEqualTo(new FailedJobs.Retry.Unknown());
        worker.answers(410);
        assertThat(client.retry(JOB, LUCJA)).isEqualTo(new FailedJobs.Retry.Gone());

        assertThat(worker.requests()).hasSize(3).containsOnly("POST /internal/jobs/" + JOB + "/retry" + WHOSE);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503})
    void shouldNotTakeAnOutageForAnAnswer(int status) {
        worker.answers(status);

        assertThatThrownBy(() -> client.delete(JOB, LUCJA, Optional.empty()))
                .isInstanceOf(PersistenceUnavailableException.class);
        assertThatThrownBy(() -> client.retry(JOB, LUCJA)).isInstanceOf(PersistenceUnavailableException.class);
    }

    @Test
    void shouldTellTheFactsOfAJobThatIsArchived() {
        // given
        JobHistory history = new JobHistory(Samples.submitted(JOB), null, Samples.failed(JOB));
        worker.answers(200, history);

        // when / then
        assertThat(client.factsOf(JOB))
                .containsExactly(
                        Fact.of(history.submitted()).orElseThrow(),
                        Fact.of(history.ended()).orElseThrow());
        worker.answers(404);
        assertThat(client.factsOf(JOB)).isEmpty();
        assertThat(worker.requests()).containsOnly("GET /internal/jobs/" + JOB);
    }

    @Test
    void shouldNotCallAJobUnknownThatCannotBeAskedFor() {
        worker.answers(503);
        assertThatThrownBy(() -> client.factsOf(JOB)).isInstanceOf(StatusUnavailableException.class);

        worker.answers(200, "{}");
        assertThatThrownBy(() -> client.factsOf(JOB)).isInstanceOf(StatusUnavailableException.class);
    }

    @Test
    void shouldGiveThePageThatIsAskedFor() {
        // given
        JobPage page = new JobPage(List.of(new JobHistory(Samples.submitted(JOB), null, Samples.failed(JOB))), true);
        worker.answers(200, page);

        // when
        JobPage answer = client.list(new JobRegister.Query(
                LUCJA,
                Optional.of(JobRegister.Ended.NOT_YET),
                Optional.of(Samples.NOON),
                Optional.of(Samples.NOON.plusSeconds(1)),
                Optional.of("zakupy ą+"),
                Optional.of(new JobRegister.Position(Samples.NOON, JOB)),
                7));

        // then
        assertThat(answer).isEqualTo(page);
        assertThat(worker.requests())
                .containsExactly("GET /internal/jobs" + WHOSE + "&ended=not_yet&from=2026-03-14T12%3A00%3A00Z"
                        + "&until=2026-03-14T12%3A00%3A01Z&filename=zakupy+%C4%85%2B"
                        + "&after_time=2026-03-14T12%3A00%3A00Z&after_job=" + JOB + "&limit=7");
    }

    @Test
    void shouldAskForEverythingWithoutAFilter() {
        worker.answers(200, new JobPage(List.of(), false));

        client.list(new JobRegister.Query(
                LUCJA, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 50));

        assertThat(worker.requests()).containsExactly("GET /internal/jobs" + WHOSE + "&limit=50");
    }
}
