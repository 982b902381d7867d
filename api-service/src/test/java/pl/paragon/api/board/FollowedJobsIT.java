package pl.paragon.api.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pl.paragon.api.Defaults;
import pl.paragon.api.Samples;
import pl.paragon.api.feed.RunningFeed;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.job.Jobs;
import pl.paragon.api.listen.Admission;
import pl.paragon.api.listen.Interest;
import pl.paragon.api.listen.JobState;
import pl.paragon.api.listen.Listeners;
import pl.paragon.api.listen.RecordingListener;
import pl.paragon.api.listen.RunningListeners;
import pl.paragon.api.listen.Subscription;
import pl.paragon.api.status.Fact;
import pl.paragon.api.status.Job;
import pl.paragon.contracts.event.JobEvent;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Step;
import pl.paragon.testsupport.server.TestServer;
import pl.paragon.testsupport.server.TestServers;

/** What one gateway projects reaches the listeners of another, through a real Redis. */
class FollowedJobsIT {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Submitter OWNER = new Submitter("Zażółć gęślą \"jaźń\"");
    private static final Submitter OTHER = new Submitter("other");
    private static final Interest ALL = new Interest(new Interest.Which.All(), Optional.empty());

    private final Path folder = Path.of("target", "servers", UUID.randomUUID().toString());
    private final TestServer redis = TestServers.REDIS.start(folder);
    private final Vertx vertx = Vertx.vertx();
    private final Redis client = Redis.createClient(vertx, redis.uri());
    private final StatusConfig config = Defaults.with(StatusConfig.class, Map.of("paragon.status.timeout", "1m"));
    private final RedisFactStore projector = new RedisFactStore(client, config);
    private final ChangedJobs changed = new RedisChangedJobs(client, config);
    private final RunningFeed feedHere = RunningFeed.on(Redis.createClient(vertx, redis.uri()));
    private final RunningFeed feedElsewhere = RunningFeed.on(Redis.createClient(vertx, redis.uri()));
    private final Listeners here = RunningListeners.on(feedHere.feed(), changed, this::find, 10);
    private final Listeners elsewhere = RunningListeners.on(feedElsewhere.feed(), changed, this::find, 10);
    private final JobId job = JobId.random();
    private long position;

    @BeforeEach
    void listen() {
        projector.begin(List.of(new FactStore.Start("step-started-0", 0, FactStore.Lag.NONE)));
        await().atMost(LONGEST).until(() -> feedHere.isSubscribed() && feedElsewhere.isSubscribed());
    }

    @AfterEach
    void stop() {
        feedHere.stop();
        feedElsewhere.stop();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        redis.close();
    }

    @Test
    void shouldTellTheListenersOfEveryGatewayWhatOneProjectedAndNobodyElse() {
        // given
        RecordingListener one = listening(here, OWNER, OptionalLong.empty());
        RecordingListener two = listening(elsewhere, OWNER, OptionalLong.empty());
        RecordingListener stranger = listening(elsewhere, OTHER, OptionalLong.empty());

        // when
        project(Samples.submittedBy(OWNER.name(), job));
        project(Samples.step(job, Step.OCR));
        JobId others = JobId.random();
        project(Samples.submittedBy(OTHER.name(), others));

        // then
        await().atMost(LONGEST).until(() -> jobs(stranger).contains(others));
        await().atMost(LONGEST)
                .until(() -> statuses(one).contains("Progress") && statuses(two).contains("Progress"));
        assertThat(jobs(one)).containsOnly(job);
        assertThat(jobs(stranger)).containsOnly(others);
    }

    @Test
    void shouldGoOnAtAnotherGatewayWhereAListenerStopped() {
        // given
        RecordingListener before = new RecordingListener();
        Subscription connection = open(here, OWNER, OptionalLong.empty(), before);
        project(Samples.submittedBy(OWNER.name(), job));
        await().atMost(LONGEST).until(() -> !before.told.isEmpty());
        connection.close();
        long last = before.versions().getLast();

        // when
        JobId second = JobId.random();
        project(Samples.submittedBy(OWNER.name(), second), Samples.step(job, Step.OCR), Samples.failed(job));

        // then
        RecordingListener after = listening(elsewhere, OWNER, OptionalLong.of(last));
        await().atMost(LONGEST).until(() -> after.told.size() >= 2);
        assertThat(jobs(after)).containsExactly(second, job);
        assertThat(statuses(after)).containsExactly("Pending", "Failed");
        assertThat(after.versions()).isSorted().allMatch(version -> version > last);
    }

    @Test
    void shouldGiveEachChangeOfAnOwnerItsOwnVersionAndAFactThatIsDeliveredTwiceNone() {
        // when
        project(Samples.submittedBy(OWNER.name(), job));
        long first = changed.latest(OWNER);
        project(Samples.step(job, Step.OCR));
        long second = changed.latest(OWNER);
        project(Samples.step(job, Step.OCR));

        // then
        assertThat(first).isPositive();
        assertThat(second).isGreaterThan(first);
        assertThat(changed.latest(OWNER)).isEqualTo(second);
        assertThat(changed.after(OWNER, first, 10)).containsExactly(new ChangedJobs.Change(job, second));
        assertThat(changed.after(OWNER, second, 10)).isEmpty();
        assertThat(changed.latest(OTHER)).isEqualTo(ChangedJobs.NONE);
        assertThat(changed.of(OWNER, List.of(job, JobId.random())))
                .containsExactly(new ChangedJobs.Change(job, second));
    }

    @ParameterizedTest
    @MethodSource
    void shouldTellOfAnEndOnceWhateverComesLate(Function<JobId, JobEvent[]> ending) {
        // given
        RecordingListener listener = listening(elsewhere, OWNER, OptionalLong.empty());
        project(Samples.submittedBy(OWNER.name(), job));
        project(ending.apply(job));
        long end = changed.latest(OWNER);

        // when facts of other partitions come after it, and what was forgotten is delivered again
        project(Samples.step(job, Step.SAVING));
        project(Samples.retry(job), Samples.cancel(job));
        project(Samples.analyzed(job));
        JobId next = JobId.random();
        project(Samples.submittedBy(OWNER.name(), next));

        // then
        await().atMost(LONGEST).until(() -> jobs(listener).contains(next));
        assertThat(jobs(listener).stream().distinct()).containsExactly(job, next);
        assertThat(listener.told)
                .filteredOn(state -> state.job().status().ended())
                .hasSize(1);
        assertThat(changed.of(OWNER, List.of(job))).containsExactly(new ChangedJobs.Change(job, end));
    }

    static Stream<Function<JobId, JobEvent[]>> shouldTellOfAnEndOnceWhateverComesLate() {
        return Stream.of(job -> new JobEvent[] {Samples.analyzed(job), Samples.saved(job)}, job ->
                new JobEvent[] {Samples.failed(job)});
    }

    @Test
    void shouldGiveAllJobsOfOneBatchVersionsInTheirOrder() {
        // given
        List<JobEvent> batch = new ArrayList<>();
        List<JobId> ids = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            ids.add(JobId.random());
            batch.add(Samples.submittedBy(OWNER.name(), ids.getLast()));
        }

        // when
        project(batch.toArray(JobEvent[]::new));

        // then
        assertThat(changed.after(OWNER, 0, 100))
                .extracting(ChangedJobs.Change::job)
                .isEqualTo(ids);
        assertThat(changed.after(OWNER, 0, 7)).hasSize(7);
        assertThat(changed.after(OWNER, 0, 100))
                .extracting(ChangedJobs.Change::version)
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldTellOfAJobOnceItIsKnownWhoseItIs() {
        // given
        RecordingListener listener = listening(elsewhere, OWNER, OptionalLong.empty());

        // when its submission is projected after its first step
        project(Samples.step(job, Step.OCR));
        project(Samples.submittedBy(OWNER.name(), job));

        // then
        await().atMost(LONGEST).until(() -> statuses(listener).equals(List.of("Progress")));
    }

    @Test
    void shouldTellOfAnUploadAtOnce() {
        // given
        RecordingListener listener = listening(elsewhere, OWNER, OptionalLong.empty());

        // when
        projector.add(new FactStore.JobFact(
                job, Fact.of(Samples.submittedBy(OWNER.name(), job)).orElseThrow()));

        // then
        await().atMost(LONGEST).until(() -> statuses(listener).equals(List.of("Pending")));
    }

    private Jobs.Lookup find(Submitter owner, String id) {
        return Job.of(JobId.of(id), projector.of(JobId.of(id)).facts())
                .<Jobs.Lookup>map(Jobs.Lookup.Found::new)
                .orElseGet(Jobs.Lookup.Unknown::new);
    }

    private static RecordingListener listening(Listeners gateway, Submitter owner, OptionalLong since) {
        RecordingListener listener = new RecordingListener();
        assertThat(open(gateway, owner, since, listener)).isNotNull();
        return listener;
    }

    private static Subscription open(
            Listeners gateway, Submitter owner, OptionalLong since, RecordingListener listener) {
        return gateway.open((Admission.Granted) gateway.admit(owner, ALL, since), listener)
                .orElseThrow();
    }

    private static List<JobId> jobs(RecordingListener listener) {
        return listener.told.stream().map(JobState::job).map(Job::id).toList();
    }

    private static List<String> statuses(RecordingListener listener) {
        return listener.told.stream()
                .map(state -> state.job().status().getClass().getSimpleName())
                .toList();
    }

    private void project(JobEvent... events) {
        List<FactStore.JobFact> facts = new ArrayList<>();
        for (JobEvent event : events) {
            facts.add(new FactStore.JobFact(event.jobId(), Fact.of(event).orElseThrow()));
        }
        assertThat(projector.append(
                        facts, List.of(new FactStore.Advance("step-started-0", position, position + 1, true))))
                .isTrue();
        position++;
    }
}
