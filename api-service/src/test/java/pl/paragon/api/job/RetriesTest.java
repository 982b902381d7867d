package pl.paragon.api.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.paragon.api.RecordingPublisher;
import pl.paragon.api.Samples;
import pl.paragon.api.board.TestBoard;
import pl.paragon.api.feed.TestFeed;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.job.Retries.Retry;
import pl.paragon.api.persistence.PersistenceUnavailableException;
import pl.paragon.api.result.FailedJobs;
import pl.paragon.api.result.SavedJobs;
import pl.paragon.contracts.job.JobId;

class RetriesTest {

    private static final JobId JOB = JobId.of("00000000-0000-4000-8000-000000000001");
    private static final JobId AS = JobId.of("00000000-0000-4000-8000-000000000002");
    private static final Submitter OWNER = Submitter.ANONYMOUS;

    private final TestBoard facts = new TestBoard();
    private Function<Submitter, FailedJobs.Retry> inDatabase = submitter -> new FailedJobs.Retry.Unknown();
    private final Jobs jobs = new Jobs(
            facts.board(),
            new TestFeed(1),
            (job, submitter, revision) -> SavedJobs.Deletion.UNKNOWN,
            new RecordingPublisher(),
            Clock.fixed(Samples.NOON, ZoneOffset.UTC));
    private final Retries retries = new Retries(jobs, (job, submitter) -> inDatabase.apply(submitter), facts.board());

    @BeforeEach
    void submit() {
        facts.add(Samples.submitted(JOB));
    }

    @Test
    void shouldShowTheNewJobAtOnce() {
        // given
        inDatabase = submitter -> new FailedJobs.Retry.Resubmitted(Samples.submitted(AS));

        // when, then
        assertThat(retries.retry(OWNER, JOB.toString())).isEqualTo(new Retry.Resubmitted(AS, Samples.submission(AS)));
        assertThat(jobs.find(OWNER, AS.toString())).isInstanceOf(Jobs.Lookup.Found.class);
    }

    @Test
    void shouldSayWhyAJobIsNotRetried() {
        // given
        Submitter stranger = new Submitter("somebody else");

        // when, then
        assertThat(retries.retry(OWNER, JOB.toString())).as("it runs").isEqualTo(new Retry.NotFailed());
        assertThat(retries.retry(stranger, JOB.toString())).isEqualTo(new Retry.Unknown());
        assertThat(retries.retry(OWNER, AS.toString())).isEqualTo(new Retry.Unknown());
        assertThat(retries.retry(OWNER, "no id")).isEqualTo(new Retry.Unknown());

        // when, then
        inDatabase = submitter -> new FailedJobs.Retry.Gone();
        assertThat(retries.retry(OWNER, JOB.toString())).isEqualTo(new Retry.FileGone());
    }

    @Test
    void shouldNotTakeWhatItCannotKnowForAnAnswer() {
        // given: the board has heard that it failed, the database has not
        facts.add(Samples.failed(JOB));
        assertThat(retries.retry(OWNER, JOB.toString())).isInstanceOf(Retry.Unavailable.class);

        // when, then
        facts.setAway(true);
        assertThat(retries.retry(OWNER, JOB.toString())).isInstanceOf(Retry.Unavailable.class);
        inDatabase = submitter -> {
            throw new PersistenceUnavailableException("away", null);
        };
        assertThat(retries.retry(OWNER, JOB.toString()))
                .isEqualTo(new Retry.Unavailable("The database is unavailable"));
    }
}
