package pl.paragon.localstack.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.paragon.running.service.Ports;
import pl.paragon.running.stack.Condition;
import pl.paragon.running.stack.PartState;
import pl.paragon.running.stack.ProcessRecord;
import pl.paragon.running.stack.StackState;
import pl.paragon.running.stack.StackState.Phase;

class SupervisorTest {

    private static final Guardian.Care QUICK = new Guardian.Care(
            Duration.ofMillis(10), 3, new Backoff(Duration.ofMillis(1), Duration.ofMillis(4), Duration.ofMinutes(1)));

    /** Only so that a test that cannot succeed ends: a busy machine may be slow. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final AtomicReference<StackState> state = new AtomicReference<>();
    private final List<String> conditions = new CopyOnWriteArrayList<>();
    private final List<String> diary = new CopyOnWriteArrayList<>();
    private Supervisor supervisor;

    @AfterEach
    void stop() {
        supervisor.stop();
    }

    @Test
    void shouldStartServersBeforeServicesAndStopThemAfterwards() {
        // given
        Part server = new ShellPart("kafka", ShellPart.RUNS_ON);
        Part service = new ShellPart("api-service", ShellPart.RUNS_ON);
        supervise(server, service);

        // when
        boolean started = supervisor.start();
        Phase phase = state.get().phase();
        supervisor.stop();

        // then
        assertThat(started).isTrue();
        assertThat(phase).isEqualTo(Phase.RUNNING);
        assertThat(state.get().phase()).isEqualTo(Phase.STOPPED);
        assertThat(conditions)
                .containsSubsequence(
                        "kafka READY",
                        "api-service STARTING",
                        "api-service READY",
                        "api-service STOPPED",
                        "kafka STOPPING",
                        "kafka STOPPED");
    }

    @Test
    void shouldLeaveNothingRunningWhenOneDoesNotStart() {
        // given
        Part server = new ShellPart("kafka", ShellPart.RUNS_ON);
        Part waits = new ShellPart("api-service", "exec sleep 600");
        Part fails = new ShellPart("ocr-worker", "echo 'no model' >&2; exit 3");
        supervise(List.of(server), List.of(waits, fails));

        // when
        boolean started = supervisor.start();

        // then
        assertThat(started).isFalse();
        assertThat(state.get().phase()).isEqualTo(Phase.FAILED);
        assertThat(state.get().message()).contains("ocr-worker ended with exit code 3", "no model");
        assertThat(part("ocr-worker").condition()).isEqualTo(Condition.FAILED);
        assertThat(state.get().parts()).allSatisfy(p -> assertThat(p.process().flatMap(ProcessRecord::find))
                .isEmpty());
    }

    @Test
    void shouldStartAgainWhatDies() {
        // given
        ShellPart service = new ShellPart("ocr-worker", ShellPart.RUNS_ON);
        supervise(new ShellPart("kafka", ShellPart.RUNS_ON), service);
        supervisor.start();
        watch();

        // when
        part("ocr-worker").process().flatMap(ProcessRecord::find).orElseThrow().destroyForcibly();

        // then
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(part("ocr-worker").condition()).isEqualTo(Condition.READY);
            assertThat(part("ocr-worker").restarts()).isEqualTo(1);
            assertThat(part("ocr-worker").detail()).isEqualTo("was ended by signal 9");
        });
        assertThat(part("kafka").restarts()).isZero();
    }

    @Test
    void shouldTryAgainUntilItStarts() {
        // given
        ShellPart service = new ShellPart("ocr-worker", "echo ready; exit 1", "exit 1", "exit 1", ShellPart.RUNS_ON);
        supervise(new ShellPart("kafka", ShellPart.RUNS_ON), service);

        // when
        supervisor.start();
        watch();

        // then
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(part("ocr-worker").condition()).isEqualTo(Condition.READY);
            assertThat(part("ocr-worker").restarts()).isEqualTo(3);
        });
        assertThat(service.launches()).isEqualTo(4);
    }

    @Test
    void shouldStartAgainWhatSaysThatItIsNotAlive() {
        // given
        AtomicBoolean well = new AtomicBoolean(true);
        ShellPart service = new ShellPart("ocr-worker", well::get, ShellPart.RUNS_ON);
        supervise(new ShellPart("kafka", ShellPart.RUNS_ON), service);
        supervisor.start();
        watch();

        // when
        well.set(false);

        // then
        await().atMost(PATIENCE).until(() -> service.launches() > 1);
        well.set(true);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(part("ocr-worker").condition()).isEqualTo(Condition.READY));
        assertThat(diary).anyMatch(line -> line.contains("failed its liveness checks"));
    }

    @Test
    void shouldNotStartAgainWhatItStops() {
        // given
        ShellPart service = new ShellPart("ocr-worker", ShellPart.RUNS_ON);
        supervise(new ShellPart("kafka", ShellPart.RUNS_ON), service);
        supervisor.start();
        watch();

        // when
        supervisor.stop();

        // then
        assertThat(service.launches()).isEqualTo(1);
        assertThat(part("ocr-worker").condition()).isEqualTo(Condition.STOPPED);
        assertThat(diary).last().isEqualTo("everything has stopped");
    }

    @Test
    void shouldEndItsWatchWhenItsFolderIsGone() throws InterruptedException {
        // given
        supervise(new ShellPart("kafka", ShellPart.RUNS_ON), new ShellPart("ocr-worker", ShellPart.RUNS_ON));
        supervisor.start();

        // when
        Thread watching = Thread.ofVirtual().start(() -> supervisor.watch(() -> false));

        // then
        assertThat(watching.join(PATIENCE)).isTrue();
        assertThat(diary).anyMatch(line -> line.contains("the state folder has been deleted"));
    }

    private void watch() {
        Thread.ofVirtual().start(() -> supervisor.watch(() -> true));
    }

    private void supervise(Part server, Part service) {
        supervise(List.of(server), List.of(service));
    }

    private void supervise(List<Part> servers, List<Part> services) {
        Parts parts = new Parts(servers, services);
        Clock clock = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
        Board board = new Board(clock, Ports.usual(), ProcessRecord.ofThisJvm(), parts.all(), this::note);
        supervisor = new Supervisor(
                board, parts, diary::add, part -> new Guardian(part, board, line -> {}, diary::add, QUICK));
    }

    private void note(StackState next) {
        next.parts().forEach(p -> conditions.add(p.name() + " " + p.condition()));
        state.set(next);
    }

    private PartState part(String name) {
        return state.get().parts().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
