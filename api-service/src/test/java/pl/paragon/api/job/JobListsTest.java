package pl.paragon.api.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pl.paragon.api.Samples;
import pl.paragon.api.board.TestBoard;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.job.JobFilter.Wanted;
import pl.paragon.api.job.JobLists.Listing;
import pl.paragon.api.job.ListedJob.Standing;
import pl.paragon.api.persistence.PersistenceUnavailableException;
import pl.paragon.api.result.JobRegister;
import pl.paragon.api.status.JobStatus;
import pl.paragon.contracts.history.JobHistory;
import pl.paragon.contracts.history.JobPage;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Step;

class JobListsTest {

    private static final Submitter ME = new Submitter("me");
    private static final JobId ENDED = JobId.of("00000000-0000-4000-8000-000000000001");
    private static final JobId WORKED_ON = JobId.of("00000000-0000-4000-8000-000000000002");
    private static final JobId WAITING = JobId.of("00000000-0000-4000-8000-000000000003");

    private final TestBoard facts = new TestBoard();
    private final List<JobRegister.Query> asked = new ArrayList<>();
    private Optional<JobPage> answer = Optional.empty();
    private final JobLists lists = new JobLists(
            query -> {
                asked.add(query);
                return answer.orElseThrow(() -> new PersistenceUnavailableException("away", null));
            },
            facts.board());

    @Test
    void shouldTellEndsFromTheDatabaseAndTheRestFromTheBoard() {
        // given
        onTheBoard();
        answer = page(true, live(WAITING), live(WORKED_ON), failed(ENDED));

        // when
        Listing.Page listed = list(Optional.empty());

        // then
        assertThat(listed.jobs()).extracting(ListedJob::id).containsExactly(WAITING, WORKED_ON, ENDED);
        assertThat(listed.jobs().get(0).standing()).isEqualTo(new Standing.Told(new JobStatus.Pending()));
        assertThat(listed.jobs().get(1).standing())
                .isInstanceOfSatisfying(
                        Standing.Told.class, told -> assertThat(told.status()).isInstanceOf(JobStatus.Progress.class));
        assertThat(listed.jobs().get(2).standing()).isEqualTo(new Standing.Over(Samples.failed(ENDED)));
        assertThat(listed.next()).contains(new JobRegister.Position(Samples.NOON, ENDED));
    }

    @Test
    void shouldAskForTheSubmittersJobsOfThatKindOnly() {
        // given
        answer = page(false);
        JobRegister.Position after = new JobRegister.Position(Samples.NOON, ENDED);

        // when
        lists.list(
                ME,
                new JobFilter(
                        Optional.of(Wanted.FAILED),
                        Optional.of(Samples.NOON),
                        Optional.of(Samples.NOON.plusSeconds(1)),
                        Optional.of("a")),
                Optional.of(after),
                7);

        // then
        assertThat(asked)
                .containsExactly(new JobRegister.Query(
                        ME,
                        Optional.of(JobRegister.Ended.FAILED),
                        Optional.of(Samples.NOON),
                        Optional.of(Samples.NOON.plusSeconds(1)),
                        Optional.of("a"),
                        Optional.of(after),
                        7));
    }

    @Test
    void shouldLeaveOutWhatStandsElsewhereAndGoOnBehindIt() {
        // given
        onTheBoard();
        answer = page(true, live(WAITING), live(WORKED_ON));

        // when
        Listing.Page listed = list(Optional.of(Wanted.PENDING));

        // then
        assertThat(listed.jobs()).extracting(ListedJob::id).containsExactly(WAITING);
        assertThat(listed.next()).contains(new JobRegister.Position(Samples.NOON, WORKED_ON));
        assertThat(list(Optional.of(Wanted.UNFINISHED)).jobs()).hasSize(2);
    }

    @Test
    void shouldNotListWhatWasDeletedAMomentAgo() {
        // given
        onTheBoard();
        facts.add(Samples.failed(WAITING), Samples.deleted(WAITING));
        answer = page(false, live(WAITING), live(WORKED_ON));

        // when, then
        assertThat(list(Optional.empty()).jobs()).extracting(ListedJob::id).containsExactly(WORKED_ON);
        assertThat(list(Optional.empty()).next()).isEmpty();
    }

    @Test
    void shouldListWhatTheDatabaseKnowsWhileTheBoardIsAway() {
        // given
        facts.setAway(true);
        answer = page(false, live(WAITING), failed(ENDED), live(WORKED_ON));

        // when, then
        assertThat(list(Optional.empty()).jobs())
                .extracting(ListedJob::standing)
                .containsExactly(
                        new Standing.Untold(), new Standing.Over(Samples.failed(ENDED)), new Standing.Untold());
        assertThat(list(Optional.of(Wanted.UNFINISHED)).jobs()).hasSize(3);
        assertThat(lists.list(ME, filter(Optional.of(Wanted.RETRYING)), Optional.empty(), 50))
                .as("nobody knows which jobs these are")
                .isInstanceOf(Listing.StatusUnavailable.class);
    }

    @Test
    void shouldSayThatTheDatabaseIsAway() {
        answer = Optional.empty();

        assertThat(lists.list(ME, filter(Optional.empty()), Optional.empty(), 50))
                .isEqualTo(new Listing.DatabaseUnavailable());
    }

    private Listing.Page list(Optional<Wanted> status) {
        return (Listing.Page) lists.list(ME, filter(status), Optional.empty(), 50);
    }

    private static JobFilter filter(Optional<Wanted> status) {
        return new JobFilter(status, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private void onTheBoard() {
        facts.add(Samples.submitted(WAITING), Samples.submitted(WORKED_ON), Samples.step(WORKED_ON, Step.OCR));
    }

    private static Optional<JobPage> page(boolean more, JobHistory... jobs) {
        return Optional.of(new JobPage(List.of(jobs), more));
    }

    private static JobHistory live(JobId job) {
        return new JobHistory(Samples.submitted(job), null, null);
    }

    private static JobHistory failed(JobId job) {
        return new JobHistory(Samples.submitted(job), null, Samples.failed(job));
    }
}
