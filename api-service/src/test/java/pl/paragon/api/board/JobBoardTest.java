package pl.paragon.api.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import pl.paragon.api.Samples;
import pl.paragon.api.status.Fact;
import pl.paragon.api.status.Job;
import pl.paragon.api.status.JobStatus;
import pl.paragon.contracts.job.JobId;

class JobBoardTest {

    private static final JobId JOB = JobId.of("00000000-0000-4000-8000-000000000001");
    private static final boolean COVERED = true;

    private final InMemoryFactStore store = new InMemoryFactStore();

    @Test
    void shouldKnowNothingOfAJobThatIsSurelyUnknown() {
        assertThat(new JobBoard(store, progress -> COVERED).find(JOB)).isEmpty();
    }

    @Test
    void shouldNotCallAJobUnknownThatMayOnlyBeMissing() {
        assertThatThrownBy(() -> new JobBoard(store, progress -> !COVERED).find(JOB))
                .isInstanceOf(StatusUnavailableException.class);
    }

    @Test
    void shouldNotCallAJobUnknownThatIsProjectedWhileItIsLookedFor() {
        // given: the last missing facts come between the look for the job and the look for how far the projection is
        JobBoard board = new JobBoard(store, progress -> {
            store.add(new FactStore.JobFact(JOB, Fact.Submitted.of(Samples.submission(JOB))));
            return COVERED;
        });

        // when, then
        assertThat(board.find(JOB)).map(Job::status).contains(new JobStatus.Pending());
    }

    @Test
    void shouldNotShowLessOfAJobThanWasKnownWhileItIsRebuilt() {
        // given
        JobBoard board = new JobBoard(store, progress -> COVERED);
        board.submitted(JOB, Samples.submitted(JOB).submission());
        store.begin(List.of(new FactStore.Start("job-ended-0", 0, FactStore.Lag.ALL)));

        // when, then
        assertThatThrownBy(() -> board.find(JOB)).isInstanceOf(StatusUnavailableException.class);
    }
}
