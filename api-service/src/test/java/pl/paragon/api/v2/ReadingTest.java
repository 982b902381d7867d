package pl.paragon.api.v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.ShutdownEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pl.paragon.api.Defaults;
import pl.paragon.api.RecordingPublisher;
import pl.paragon.api.Samples;
import pl.paragon.api.board.TestBoard;
import pl.paragon.api.feed.TestFeed;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.job.TestJobs;
import pl.paragon.api.job.Waiter;
import pl.paragon.api.result.SavedJobs;
import pl.paragon.api.result.TestResults;
import pl.paragon.contracts.event.CancelRequested;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;
import pl.paragon.contracts.job.Step;
import pl.paragon.runtime.files.FileSystemReceiptFileStore;

/** A client waits for its receipt within a request. */
class ReadingTest {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final JobId JOB = JobId.of("00000000-0000-4000-8000-000000000001");
    private static final Submitter OWNER = Submitter.ANONYMOUS;
    private static final Clock STILL = Clock.fixed(Samples.NOON, ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final TestBoard facts = new TestBoard();
    private final TestFeed feed = new TestFeed(1);
    private final RecordingPublisher publisher = new RecordingPublisher();
    private final List<JobId> deleted = new ArrayList<>();
    private final Waiter client = new Waiter();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private FileSystemReceiptFileStore store;
    private boolean named;

    @BeforeEach
    void submit() throws IOException {
        store = new FileSystemReceiptFileStore(folder);
        facts.add(Samples.submitted(JOB));
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void shouldAnswerWhenTheReceiptIsSaved() {
        // given
        CompletableFuture<Outcome> answer = waiting(Wanted.RECEIPT, STILL);
        await().atMost(LONGEST).until(() -> feed.open() == 1);

        // when
        facts.add(Samples.step(JOB, Step.OCR), Samples.step(JOB, Step.AI_ANALYSIS));
        feed.changed(JOB);
        facts.add(Samples.analyzed(JOB, store), Samples.saved(JOB));
        await().atMost(LONGEST).until(() -> {
            feed.changed(JOB);
            return answer.isDone();
        });

        // then
        assertThat(answer.join()).isInstanceOfSatisfying(Outcome.Read.class, read -> assertThat(
                        read.result().analysis().storeName())
                .isEqualTo("SKLEP POD LIPĄ"));
        assertThat(deleted).isEmpty();
        assertThat(publisher.published).isEmpty();
        assertThat(feed.open()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Wanted.class,
            names = {"TEXT", "ANALYSIS"})
    void shouldKeepNothingOfAReceiptThatThePredecessorDidNotSave(Wanted wanted) {
        facts.add(Samples.analyzed(JOB, store), Samples.saved(JOB));

        assertThat(outcome(wanted, STILL)).isInstanceOf(Outcome.Read.class);
        assertThat(deleted).containsExactly(JOB);
    }

    @Test
    void shouldCancelAJobWhoseTextIsNotRecognisedInTime() {
        facts.add(Samples.step(JOB, Step.OCR));

        assertThat(outcome(Wanted.RECEIPT, new Hurrying()))
                .isEqualTo(new Outcome.TimedOut(JOB, Stage.OCR, Duration.ofSeconds(90)));
        assertThat(publisher.published).hasSize(1).first().isInstanceOf(CancelRequested.class);
        assertThat(feed.open()).isZero();
    }

    @Test
    void shouldCancelAJobThatIsNotAnalysedInTime() {
        facts.add(Samples.step(JOB, Step.AI_ANALYSIS));

        assertThat(outcome(Wanted.TEXT, new Hurrying()))
                .isEqualTo(new Outcome.TimedOut(JOB, Stage.ANALYSIS, Duration.ofSeconds(60)));
        assertThat(publisher.published).hasSize(1).first().isInstanceOf(CancelRequested.class);
    }

    @Test
    void shouldGiveATextTheTimeOfItsAnalysisOnly() {
        assertThat(outcome(Wanted.ANALYSIS, new Hurrying()))
                .isEqualTo(new Outcome.TimedOut(JOB, Stage.ANALYSIS, Duration.ofSeconds(60)));
    }

    @Test
    void shouldCancelAJobWhoseClientHangsUp() {
        // given
        CompletableFuture<Outcome> answer = waiting(Wanted.RECEIPT, STILL);
        await().atMost(LONGEST).until(() -> feed.open() == 1);

        // when
        client.leave();

        // then
        assertThat(answer.join()).isInstanceOf(Outcome.TimedOut.class);
        assertThat(publisher.published).hasSize(1).first().isInstanceOf(CancelRequested.class);
        assertThat(feed.open()).isZero();
    }

    @Test
    void shouldLetAJobGoOnWhoseClientCanAskForItAgain() {
        // given
        named = true;
        client.leave();
        assertThat(outcome(Wanted.RECEIPT, STILL)).isInstanceOf(Outcome.TimedOut.class);

        // when
        assertThat(outcome(Wanted.RECEIPT, new Hurrying())).isInstanceOf(Outcome.TimedOut.class);

        // then
        assertThat(publisher.published).isEmpty();
    }

    @Test
    void shouldNotWaitForAClientThatHasLeftBefore() {
        client.leave();

        assertThat(outcome(Wanted.RECEIPT, STILL)).isInstanceOf(Outcome.TimedOut.class);
    }

    @Test
    void shouldNotHoldUpAShutdown() {
        // given
        Reading reading = reading(STILL);
        CompletableFuture<Outcome> answer = waiting(reading, Wanted.RECEIPT);
        await().atMost(LONGEST).until(() -> feed.open() == 1);

        // when
        reading.stop(new ShutdownEvent());

        // then
        assertThat(answer.join()).isEqualTo(new Outcome.Unavailable(JOB, "This gateway is shutting down"));
        assertThat(waiting(reading, Wanted.RECEIPT).join()).isInstanceOf(Outcome.Unavailable.class);
        assertThat(publisher.published).hasSize(2);
    }

    @Test
    void shouldSayThatTooManyWaitRatherThanPoll() {
        feed.watch(JobId.random(), () -> {}).orElseThrow();

        assertThat(outcome(Wanted.RECEIPT, STILL)).isInstanceOf(Outcome.Unavailable.class);
        assertThat(publisher.published).hasSize(1);
    }

    @Test
    void shouldCancelNothingThatHasFailed() {
        facts.add(Samples.failed(JOB));

        assertThat(outcome(Wanted.RECEIPT, STILL)).isInstanceOf(Outcome.Failed.class);
        assertThat(publisher.published).isEmpty();
        assertThat(deleted).isEmpty();
    }

    @Test
    void shouldNotWaitForAJobThatWasDeletedMeanwhile() {
        facts.add(Samples.deleted(JOB));

        assertThat(outcome(Wanted.RECEIPT, STILL)).isEqualTo(new Outcome.Cancelled(JOB));
    }

    private Outcome outcome(Wanted wanted, Clock clock) {
        return waiting(wanted, clock).join();
    }

    private CompletableFuture<Outcome> waiting(Wanted wanted, Clock clock) {
        return waiting(reading(clock), wanted);
    }

    private Reading reading(Clock clock) {
        return new Reading(
                TestJobs.of(facts.board(), feed, this::delete, publisher, clock),
                TestResults.in(store),
                Defaults.of(V2Config.class));
    }

    private CompletableFuture<Outcome> waiting(Reading reading, Wanted wanted) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return reading.await(OWNER, new Task(JOB, named), wanted, client);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                threads);
    }

    private SavedJobs.Deletion delete(JobId job, Submitter submitter, Optional<Integer> revision) {
        deleted.add(job);
        return SavedJobs.Deletion.DELETED;
    }

    /** An hour passes whenever somebody looks at it. */
    private static final class Hurrying extends Clock {
        private Instant now = Samples.NOON;

        @Override
        public synchronized Instant instant() {
            now = now.plusSeconds(3600);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
