package pl.paragon.api.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pl.paragon.api.Defaults;
import pl.paragon.api.Samples;
import pl.paragon.api.status.Fact;
import pl.paragon.api.status.Job;
import pl.paragon.api.status.JobStatus;
import pl.paragon.contracts.event.JobEvent;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Step;

class JobBoardTest {

    private static final JobId JOB = JobId.of("00000000-0000-4000-8000-000000000001");
    private static final boolean COVERED = true;
    private static final StatusConfig CONFIG = Defaults.of(StatusConfig.class);

    private final InMemoryFactStore store = new InMemoryFactStore();
    private Instant now = Samples.NOON;

    private List<Fact> archived = List.of();
    private boolean archiveIsAway;

    @Test
    void shouldKnowNothingOfAJobThatIsSurelyUnknown() {
        assertThat(board(progress -> COVERED).find(JOB)).isEmpty();
    }

    @Test
    void shouldNotCallAJobUnknownThatMayOnlyBeMissing() {
        assertThatThrownBy(() -> board(progress -> !COVERED).find(JOB)).isInstanceOf(StatusUnavailableException.class);
    }

    @Test
    void shouldNotCallAJobUnknownThatIsProjectedWhileItIsLookedFor() {
        // given: the last missing facts come between the look for the job and the look for how far the projection is
        JobBoard board = board(progress -> {
            project(Samples.submitted(JOB));
            return COVERED;
        });

        // when, then
        assertThat(board.find(JOB)).map(Job::status).contains(new JobStatus.Pending());
    }

    @Test
    void shouldNotShowLessOfAJobThanWasKnownWhileItIsRebuilt() {
        // given
        JobBoard board = board(progress -> COVERED);
        board.submitted(JOB, Samples.submitted(JOB).submission());
        store.begin(List.of(new FactStore.Start("job-ended-0", 0, FactStore.Lag.ALL)));

        // when, then
        assertThatThrownBy(() -> board.find(JOB)).isInstanceOf(StatusUnavailableException.class);
    }

    @Test
    void shouldKnowFromTheArchiveHowAJobEndedThatTheTopicsHaveForgotten() {
        archived = facts(Samples.submitted(JOB), Samples.analyzed(JOB), Samples.saved(JOB));
        assertThat(board(progress -> COVERED).find(JOB)).map(Job::status).get().isInstanceOf(JobStatus.Succeeded.class);

        archived = facts(Samples.submitted(JOB), Samples.failed(JOB));
        assertThat(board(progress -> COVERED).find(JOB)).map(Job::status).get().isInstanceOf(JobStatus.Failed.class);

        archived = facts(Samples.submitted(JOB), Samples.cancelled(JOB));
        assertThat(board(progress -> COVERED).find(JOB)).map(Job::status).get().isInstanceOf(JobStatus.Revoked.class);
    }

    @Test
    void shouldKnowHowAJobEndedBeforeTheProjectionIsRebuilt() {
        archived = facts(Samples.submitted(JOB), Samples.failed(JOB));

        assertThat(board(progress -> !COVERED).find(JOB)).map(Job::status).get().isInstanceOf(JobStatus.Failed.class);
    }

    @Test
    void shouldNotCallAJobUnknownWhileTheArchiveIsAway() {
        archiveIsAway = true;

        assertThatThrownBy(() -> board(progress -> COVERED).find(JOB))
                .isInstanceOfSatisfying(StatusUnavailableException.class, e -> assertThat(e.reason())
                        .isEqualTo("The database is unavailable"));
    }

    @Test
    void shouldJoinWhatTheArchiveKnowsOfAJobThatHasNotEndedWithItsProgress() {
        // given: the submission is older than the topics' retention, the latest step is not
        archived = facts(Samples.submitted(JOB));
        project(Samples.step(JOB, Step.OCR));

        // when / then
        assertThat(board(progress -> COVERED).find(JOB)).map(Job::status).get().isInstanceOf(JobStatus.Progress.class);
        assertThatThrownBy(() -> board(progress -> !COVERED).find(JOB)).isInstanceOf(StatusUnavailableException.class);
    }

    @Test
    void shouldNotTakeAnOldJobForUnfinishedOfWhichOnlyTheBeginningIsLeft() {
        // given
        project(Samples.submitted(JOB), Samples.step(JOB, Step.OCR));
        archived = facts(Samples.submitted(JOB), Samples.analyzed(JOB), Samples.saved(JOB));

        // when / then
        now = Samples.NOON.plus(Duration.ofDays(7)).plusSeconds(1);
        assertThat(board(progress -> COVERED).find(JOB)).map(Job::status).get().isInstanceOf(JobStatus.Succeeded.class);
    }

    @Test
    void shouldNotAskTheArchiveForWhatTheStoreKnows() {
        // given
        archiveIsAway = true;
        project(Samples.submitted(JOB));

        // when / then
        now = Samples.NOON.plus(Duration.ofDays(7));
        assertThat(board(progress -> COVERED).find(JOB)).isPresent();
        project(Samples.deleted(JOB));
        assertThat(board(progress -> COVERED).find(JOB)).isEmpty();
    }

    @Test
    void shouldNotShowAStatusThatMayBeOutdatedWhileTheStoreTakesNoWrites() {
        // given
        project(Samples.submitted(JOB), Samples.step(JOB, Step.OCR));
        store.full = true;

        // when / then
        assertThatThrownBy(() -> board(progress -> COVERED).find(JOB)).isInstanceOf(StatusUnavailableException.class);

        // when it ended meanwhile
        archived = facts(Samples.submitted(JOB), Samples.failed(JOB));

        // then
        assertThat(board(progress -> COVERED).find(JOB)).map(Job::status).get().isInstanceOf(JobStatus.Failed.class);
    }

    @Test
    void shouldShowHowAJobEndedThoughTheStoreTakesNoWrites() {
        project(Samples.submitted(JOB), Samples.cancelled(JOB));
        store.full = true;
        archiveIsAway = true;

        assertThat(board(progress -> COVERED).find(JOB)).map(Job::status).get().isInstanceOf(JobStatus.Revoked.class);
    }

    private JobBoard board(Completeness completeness) {
        StatusStoreProbe probe = new StatusStoreProbe(store, CONFIG);
        probe.probe();
        return new JobBoard(store, completeness, this::archived, probe, CONFIG, Clock.fixed(now, ZoneOffset.UTC));
    }

    private List<Fact> archived(JobId job) {
        if (archiveIsAway) {
            throw StatusUnavailableException.archiveUnreachable("unavailable for this test", null);
        }
        return archived;
    }

    private void project(JobEvent... events) {
        facts(events).forEach(fact -> store.add(new FactStore.JobFact(JOB, fact)));
    }

    private static List<Fact> facts(JobEvent... events) {
        return Stream.of(events).map(Fact::of).flatMap(Optional::stream).toList();
    }
}
