package pl.paragon.api.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.paragon.api.RecordingPublisher;
import pl.paragon.api.Samples;
import pl.paragon.api.board.TestBoard;
import pl.paragon.api.feed.TestFeed;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.persistence.PersistenceUnavailableException;
import pl.paragon.api.result.SavedJobs;
import pl.paragon.api.status.JobStatus;
import pl.paragon.contracts.event.CancelRequested;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Step;

class JobsTest {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final JobId JOB = JobId.of("00000000-0000-4000-8000-000000000001");
    private static final Submitter OWNER = Submitter.ANONYMOUS;
    private static final Optional<Integer> ANY = Optional.empty();
    private static final Duration FOR_EVER = Duration.ofDays(1);

    private final TestBoard facts = new TestBoard();
    private final TestFeed feed = new TestFeed(1);
    private final RecordingPublisher publisher = new RecordingPublisher();
    private Function<Submitter, SavedJobs.Deletion> inDatabase = submitter -> {
        throw new PersistenceUnavailableException("away", null);
    };
    private final Jobs jobs = new Jobs(
            facts.board(),
            feed,
            (job, submitter, revision) -> inDatabase.apply(submitter),
            publisher,
            Clock.fixed(Samples.NOON, ZoneOffset.UTC));
    private final ExecutorService client = Executors.newVirtualThreadPerTaskExecutor();

    @BeforeEach
    void submit() {
        facts.add(Samples.submitted(JOB));
    }

    @AfterEach
    void stop() {
        client.shutdownNow();
    }

    @Test
    void shouldAnswerWhenTheJobChanges() {
        // given
        CompletableFuture<Jobs.Lookup> answer = waiting();
        await().atMost(LONGEST).until(() -> feed.open() == 1);

        // when: nothing new is no change
        feed.changed(JOB);
        facts.add(Samples.step(JOB, Step.OCR));
        feed.changed(JOB);

        // then
        assertThat(status(answer)).isInstanceOf(JobStatus.Progress.class);
        assertThat(feed.open()).isZero();
    }

    @Test
    void shouldNotMissWhatChangesBetweenItsFirstLookAndItsWatch() {
        feed.beforeWatch(() -> facts.add(Samples.failed(JOB)));

        assertThat(status(waiting())).isInstanceOf(JobStatus.Failed.class);
    }

    @Test
    void shouldNotWaitForAJobThatHasEnded() {
        facts.add(Samples.failed(JOB));

        assertThat(status(waiting())).isInstanceOf(JobStatus.Failed.class);
    }

    @Test
    void shouldNotWaitForAJobThatBelongsToSomebodyElse() throws InterruptedException {
        assertThat(jobs.findChanged(new Submitter("somebody else"), JOB.toString(), FOR_EVER))
                .isEqualTo(new Jobs.Lookup.Unknown());
        assertThat(jobs.findChanged(OWNER, "no id", FOR_EVER)).isEqualTo(new Jobs.Lookup.Unknown());
    }

    @Test
    void shouldDeleteAJobThatHasEndedAndShowItNoLonger() {
        // given
        facts.add(Samples.failed(JOB));
        inDatabase = submitter -> SavedJobs.Deletion.DELETED;

        // when / then
        assertThat(jobs.delete(OWNER, JOB.toString(), ANY)).isEqualTo(new Jobs.Delete.Deleted(Samples.NOON));
        assertThat(jobs.find(OWNER, JOB.toString())).isEqualTo(new Jobs.Lookup.Unknown());

        // when: the projection is rebuilt, in whatever order
        facts.add(Samples.submitted(JOB));
        facts.add(Samples.failed(JOB));

        // then
        assertThat(jobs.find(OWNER, JOB.toString())).isEqualTo(new Jobs.Lookup.Unknown());
        assertThat(jobs.delete(OWNER, JOB.toString(), ANY))
                .as("again")
                .isEqualTo(new Jobs.Delete.Deleted(Samples.NOON));
    }

    @Test
    void shouldDeleteAJobThatOnlyTheDatabaseRemembers() {
        inDatabase = submitter -> submitter.equals(OWNER) ? SavedJobs.Deletion.DELETED : SavedJobs.Deletion.UNKNOWN;

        assertThat(jobs.delete(OWNER, JobId.random().toString(), ANY)).isInstanceOf(Jobs.Delete.Deleted.class);
        assertThat(jobs.delete(new Submitter("somebody"), JOB.toString(), ANY)).isEqualTo(new Jobs.Delete.Unknown());
        assertThat(jobs.delete(OWNER, "no id", ANY)).isEqualTo(new Jobs.Delete.Unknown());
    }

    @Test
    void shouldNotDeleteAJobThatStillRuns() {
        inDatabase = submitter -> {
            throw new AssertionError("the board knows that it runs");
        };

        assertThat(jobs.delete(OWNER, JOB.toString(), ANY)).isEqualTo(new Jobs.Delete.Running());
    }

    @Test
    void shouldNotCallAJobUnknownThatTheDatabaseHasNotHeardOfYet() {
        facts.add(Samples.failed(JOB));
        inDatabase = submitter -> SavedJobs.Deletion.UNKNOWN;

        assertThat(jobs.delete(OWNER, JOB.toString(), ANY)).isEqualTo(new Jobs.Delete.Unavailable());
    }

    @Test
    void shouldNotDeleteWhatWasCorrectedSinceItWasSeen() {
        facts.add(Samples.failed(JOB));
        inDatabase = submitter -> SavedJobs.Deletion.OUTDATED;

        assertThat(jobs.delete(OWNER, JOB.toString(), Optional.of(0))).isEqualTo(new Jobs.Delete.Outdated());
        assertThat(jobs.find(OWNER, JOB.toString())).isInstanceOf(Jobs.Lookup.Found.class);
    }

    @Test
    void shouldSayThatTheDatabaseIsUnavailable() {
        facts.add(Samples.failed(JOB));

        assertThat(jobs.delete(OWNER, JOB.toString(), ANY)).isEqualTo(new Jobs.Delete.Unavailable());
        assertThat(jobs.find(OWNER, JOB.toString())).isInstanceOf(Jobs.Lookup.Found.class);
    }

    @Test
    void shouldAnswerAtOnceIfTooManyWait() {
        // given
        waiting();
        await().atMost(LONGEST).until(() -> feed.open() == 1);

        // when, then
        assertThat(status(waiting())).isEqualTo(new JobStatus.Pending());
    }

    @Test
    void shouldWaitOnWhileTheStatusIsUnavailable() {
        // given
        CompletableFuture<Jobs.Lookup> answer = waiting();
        await().atMost(LONGEST).until(() -> feed.open() == 1);

        // when
        facts.setAway(true);
        feed.changed(JOB);
        facts.setAway(false);
        facts.add(Samples.failed(JOB));
        feed.changed(JOB);

        // then
        assertThat(status(answer)).isInstanceOf(JobStatus.Failed.class);
    }

    @Test
    void shouldSayThatNobodyKnowsNow() {
        facts.setAway(true);

        assertThat(jobs.find(OWNER, JOB.toString())).isInstanceOf(Jobs.Lookup.Unavailable.class);
    }

    @Test
    void shouldPublishACancelRequestEvenIfTheStatusIsUnavailable() {
        facts.setAway(true);

        assertThat(jobs.cancel(OWNER, JOB.toString())).isEqualTo(new Jobs.Cancel.RequestedUnseen());
        assertThat(publisher.published)
                .hasOnlyElementsOfType(CancelRequested.class)
                .hasSize(1);
    }

    @Test
    void shouldSayThatACancelRequestWouldBeLost() {
        publisher.away = true;

        assertThat(jobs.cancel(OWNER, JOB.toString())).isEqualTo(new Jobs.Cancel.Unavailable());
    }

    @Test
    void shouldNotCancelWhatBelongsToSomebodyElse() {
        assertThat(jobs.cancel(new Submitter("somebody else"), JOB.toString())).isEqualTo(new Jobs.Cancel.Unknown());
        assertThat(publisher.published).isEmpty();
    }

    private CompletableFuture<Jobs.Lookup> waiting() {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return jobs.findChanged(OWNER, JOB.toString(), FOR_EVER);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                client);
    }

    private static JobStatus status(CompletableFuture<Jobs.Lookup> answer) {
        return ((Jobs.Lookup.Found) answer.join()).job().status();
    }
}
