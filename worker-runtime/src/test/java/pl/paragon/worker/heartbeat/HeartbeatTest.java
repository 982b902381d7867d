package pl.paragon.worker.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.WorkDurations;
import pl.paragon.contracts.event.WorkerHeartbeat;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;
import pl.paragon.worker.clock.SetClock;
import pl.paragon.worker.condition.WorkerCondition;
import pl.paragon.worker.crew.Crew;
import pl.paragon.worker.crew.CrewConfig;
import pl.paragon.worker.crew.Incarnation;
import pl.paragon.worker.machine.MachineFixture;
import pl.paragon.worker.runner.FakeBroker;
import pl.paragon.worker.runner.RunnersFixture;
import pl.paragon.worker.runner.StageRunners;
import pl.paragon.worker.runner.Submissions;

class HeartbeatTest {

    private final SetClock clock = new SetClock(Submissions.NOW);
    private final FakeBroker broker = new FakeBroker();
    private final Crew crew = new Crew(Incarnation.random(), Duration.ofSeconds(15), clock);
    private final WorkerCondition condition = new WorkerCondition(clock);
    private final StageRunners runners = RunnersFixture.ofAnIdleOcrWorker(broker, crew, condition, clock);
    private final Heartbeat heartbeat =
            new Heartbeat(crew, runners, condition, MachineFixture.process(), new Often(), broker, clock);

    private record Often() implements CrewConfig {

        @Override
        public Duration heartbeat() {
            return Duration.ofMillis(1);
        }

        @Override
        public Duration silence() {
            return Duration.ofSeconds(15);
        }
    }

    @Test
    void shouldPublishHowTheWorkerIsWithoutWaitingForTheBroker() {
        // given
        condition.waiting(ErrorCode.STORE_UNAVAILABLE);

        // when
        heartbeat.beat();

        // then
        assertThat(broker.unconfirmed)
                .containsExactly(new WorkerHeartbeat(
                        crew.self().id(),
                        Stage.OCR,
                        Submissions.NOW,
                        0,
                        2,
                        WorkerHeartbeat.Condition.WAITING,
                        ErrorCode.STORE_UNAVAILABLE,
                        null,
                        MachineFixture.process().with(List.of(), 0, 0)));
        assertThat(broker.published).isEmpty();
    }

    @Test
    void shouldTellHowLongRecentJobsTook() {
        // given
        ReceiptSubmitted submitted = Submissions.submitted(JobId.random());
        runners.all().getFirst().take(Submissions.record(submitted));

        // when
        heartbeat.beat();

        // then: by a clock that stands still
        WorkerHeartbeat told = (WorkerHeartbeat) broker.unconfirmed.getLast();
        assertThat(told.recentWork())
                .isEqualTo(new WorkDurations(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO));
        assertThat(told.process().done()).isEqualTo(1);
    }

    @Test
    void shouldBeatFromTheStartUntilTheWorkerLeavesAndSayThatItDoes() {
        // given
        heartbeat.start(new StartupEvent());
        await().atMost(Submissions.PATIENCE).until(() -> broker.unconfirmed.size() >= 3);

        // when
        condition.leaving();
        heartbeat.stop(new ShutdownEvent());

        // then
        await().atMost(Submissions.PATIENCE).until(() -> !isBeating());
        assertThat(((WorkerHeartbeat) broker.unconfirmed.getLast()).condition())
                .isEqualTo(WorkerHeartbeat.Condition.LEAVING);
    }

    @Test
    void shouldSayThatItLeavesOnlyAfterABeatInProgress() throws InterruptedException {
        // given: a worker in the midst of saying that it works
        CountDownLatch speaking = new CountDownLatch(1);
        Semaphore held = new Semaphore(0);
        broker.beforeUnconfirmed = () -> {
            broker.beforeUnconfirmed = () -> {};
            speaking.countDown();
            held.acquireUninterruptibly();
        };
        heartbeat.start(new StartupEvent());
        speaking.await();

        // when
        condition.leaving();
        Thread stopping = Thread.ofPlatform().start(() -> heartbeat.stop(new ShutdownEvent()));
        await().atMost(Submissions.PATIENCE).until(() -> isAtRest(stopping));
        held.release();
        stopping.join();

        // then
        assertThat(broker.unconfirmed)
                .extracting(event -> ((WorkerHeartbeat) event).condition())
                .containsExactly(WorkerHeartbeat.Condition.WORKING, WorkerHeartbeat.Condition.LEAVING);
    }

    @Test
    void shouldSayThatItLeavesEvenIfItNeverBegan() {
        // given
        condition.leaving();

        // when
        heartbeat.stop(new ShutdownEvent());

        // then
        assertThat(broker.unconfirmed).hasSize(1);
    }

    @Test
    void shouldSpeakForTheLastTimeOnlyAfterTheJobsInHandAreFinished() throws Exception {
        // given
        Method drain = method(StageRunners.class, "drain");
        Method stop = method(Heartbeat.class, "stop");

        // then
        assertThat(priority(stop)).isGreaterThan(priority(drain));
    }

    @Test
    void shouldSurviveWhateverGoesWrongSinceAnExceptionWouldEndTheSchedule() {
        // given: runners that cannot be asked
        Heartbeat broken = new Heartbeat(crew, null, null, null, null, null, clock);

        // then
        assertThatCode(broken::beat).doesNotThrowAnyException();
    }

    private static boolean isAtRest(Thread thread) {
        return EnumSet.of(Thread.State.WAITING, Thread.State.TIMED_WAITING, Thread.State.TERMINATED)
                .contains(thread.getState());
    }

    private static boolean isBeating() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("heartbeat"));
    }

    private static Method method(Class<?> type, String name) throws NoSuchMethodException {
        return type.getDeclaredMethod(name, ShutdownEvent.class);
    }

    /** In the order of which observers of an event are called, the lowest first. */
    private static int priority(Method observer) {
        return Arrays.stream(observer.getParameters())
                .map(parameter -> parameter.getAnnotation(Priority.class))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
