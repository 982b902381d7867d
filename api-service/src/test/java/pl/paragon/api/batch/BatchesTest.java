package pl.paragon.api.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.paragon.api.RecordingPublisher;
import pl.paragon.api.Samples;
import pl.paragon.api.board.TestBoard;
import pl.paragon.api.feed.TestFeed;
import pl.paragon.api.forecast.TestForecasts;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.intake.Refusal;
import pl.paragon.api.job.TestJobs;
import pl.paragon.api.persistence.PersistenceUnavailableException;
import pl.paragon.api.result.SavedJobs;
import pl.paragon.api.status.JobStatus;
import pl.paragon.contracts.event.CancelRequested;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.history.JobHistory;
import pl.paragon.contracts.job.BatchId;
import pl.paragon.contracts.job.BatchPlace;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Lane;
import pl.paragon.contracts.job.Step;

/** A batch is told by what is told of its jobs, and never less than is known. */
class BatchesTest {

    private static final Submitter ME = Submitter.ANONYMOUS;
    private static final BatchId BATCH = BatchId.of("00000000-0000-4000-8000-000000000001");
    private static final JobId READ = BATCH.jobAt(1);
    private static final JobId FAILED = BATCH.jobAt(3);
    private static final JobId DELETED = BATCH.jobAt(4);
    private static final Refusal EMPTY = new Refusal.Empty("b.jpg");

    private final TestBoard facts = new TestBoard();
    private final TestBatchStore store = new TestBatchStore();
    private final RecordingPublisher publisher = new RecordingPublisher();
    private final List<String> askedFor = new ArrayList<>();
    private Optional<List<JobHistory>> registered = Optional.of(List.of());
    private final Batches batches = new Batches(
            store,
            (batch, submitter) -> {
                askedFor.add(submitter.name());
                return registered.orElseThrow(() -> new PersistenceUnavailableException("away", null));
            },
            facts.board(),
            TestJobs.of(
                    facts.board(),
                    new TestFeed(1),
                    (job, submitter, revision) -> SavedJobs.Deletion.UNKNOWN,
                    publisher,
                    Clock.fixed(Samples.NOON, ZoneOffset.UTC)),
            TestForecasts.slowest(READ));

    @BeforeEach
    void submit() {
        facts.add(Samples.submitted(READ), Samples.step(READ, Step.OCR));
        facts.add(Samples.submitted(FAILED), Samples.failed(FAILED));
        store.keep(new Batch(
                BATCH,
                ME.name(),
                Samples.NOON,
                List.of(
                        new Batch.Accepted("a.jpg", READ, 10),
                        new Batch.Refused("b.jpg", EMPTY),
                        new Batch.Accepted("c.jpg", FAILED, 30),
                        new Batch.Accepted("d.jpg", DELETED, 40))));
    }

    @Test
    void shouldTellWhereEachFileStands() {
        // when
        BatchProgress progress = found();

        // then
        assertThat(progress.total()).isEqualTo(4);
        assertThat(standing(progress, 0))
                .isInstanceOfSatisfying(BatchProgress.Told.class, told -> assertThat(told.status())
                        .isInstanceOf(JobStatus.Progress.class));
        assertThat(progress.files().get(1)).isEqualTo(new BatchProgress.Refused("b.jpg", EMPTY));
        assertThat(standing(progress, 2))
                .isInstanceOfSatisfying(BatchProgress.Told.class, told -> assertThat(told.status())
                        .isInstanceOf(JobStatus.Failed.class));
        assertThat(standing(progress, 3)).isEqualTo(new BatchProgress.Deleted());
        assertThat(progress.forecast().orElseThrow().likely()).isEqualTo(Duration.ofMinutes(1));
        assertThat(askedFor).as("not asked for what Redis has").isEmpty();
    }

    @Test
    void shouldBeUnknownToAnybodyElse() {
        Submitter somebody = new Submitter("somebody else");

        assertThat(batches.find(somebody, BATCH.toString())).isEqualTo(new Batches.Lookup.Unknown());
        assertThat(batches.cancel(somebody, BATCH.toString())).isEqualTo(new Batches.Cancel.Unknown());
        assertThat(batches.find(ME, "none")).isEqualTo(new Batches.Lookup.Unknown());
        assertThat(publisher.published).isEmpty();
    }

    @Test
    void shouldTellOfABatchThatRedisHasForgottenFromTheRegister() {
        // given
        store.kept.clear();
        registered = Optional.of(List.of(
                new JobHistory(submitted(READ, 1), null, null),
                new JobHistory(submitted(FAILED, 3), null, Samples.failed(FAILED))));

        // when
        BatchProgress progress = found();

        // then
        assertThat(progress.total()).isEqualTo(4);
        assertThat(progress.files()).hasSize(2);
        assertThat(standing(progress, 0)).isInstanceOf(BatchProgress.Told.class);
        assertThat(standing(progress, 1)).isEqualTo(new BatchProgress.Over(Samples.failed(FAILED)));
        assertThat(askedFor).containsExactly("anonymous");
    }

    @Test
    void shouldNotSayThatThereIsNoneIfItCannotKnow() {
        // given
        store.kept.clear();
        assertThat(batches.find(ME, BATCH.toString())).isEqualTo(new Batches.Lookup.Unknown());

        // when, then
        registered = Optional.empty();
        assertThat(batches.find(ME, BATCH.toString()))
                .isEqualTo(new Batches.Lookup.Unavailable("The database is unavailable"));
        store.away = true;
        assertThat(batches.find(ME, BATCH.toString()))
                .isEqualTo(new Batches.Lookup.Unavailable("The status store is unavailable"));
        assertThat(batches.cancel(ME, BATCH.toString())).isInstanceOf(Batches.Cancel.Unavailable.class);
    }

    @Test
    void shouldNotGuessTheStatusOfOneFile() {
        facts.setAway(true);

        assertThat(batches.find(ME, BATCH.toString())).isInstanceOf(Batches.Lookup.Unavailable.class);
    }

    @Test
    void shouldCancelWhatHasNotEnded() {
        // when
        Batches.Cancel cancel = batches.cancel(ME, BATCH.toString());

        // then
        assertThat(cancel).isEqualTo(new Batches.Cancel.Requested(1, 2));
        assertThat(publisher.published)
                .singleElement()
                .isInstanceOfSatisfying(CancelRequested.class, event -> assertThat(event.jobId())
                        .isEqualTo(READ));
        publisher.away = true;
        assertThat(batches.cancel(ME, BATCH.toString())).isInstanceOf(Batches.Cancel.Unavailable.class);
    }

    private BatchProgress found() {
        Batches.Lookup lookup = batches.find(ME, BATCH.toString());
        assertThat(lookup).isInstanceOf(Batches.Lookup.Found.class);
        return ((Batches.Lookup.Found) lookup).progress();
    }

    private static BatchProgress.Standing standing(BatchProgress progress, int index) {
        return ((BatchProgress.Accepted) progress.files().get(index)).standing();
    }

    private static ReceiptSubmitted submitted(JobId job, int position) {
        Submission said = Samples.submission(job);
        return new ReceiptSubmitted(
                job,
                Samples.NOON,
                new Submission(
                        said.filename(),
                        said.file(),
                        said.userId(),
                        said.submitter(),
                        said.submittedAt(),
                        Lane.BULK,
                        null,
                        new BatchPlace(BATCH, position, 4)));
    }
}
