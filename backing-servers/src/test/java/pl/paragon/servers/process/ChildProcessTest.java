package pl.paragon.servers.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

    /** For what happens: only so that a test that cannot succeed ends. */
    private static final Duration LONG = Duration.ofMinutes(5);
    /** For what never happens. */
    private static final Duration SHORT = Duration.ofMillis(100);

    private final List<String> log = new CopyOnWriteArrayList<>();

    @TempDir
    Path directory;

    @Test
    void shouldBeReadyWhenItSaysSo() {
        // given
        ChildProcess child =
                start(shell("echo wait; echo 'now I am ready'; exec sleep 600").readyWhen(l -> l.contains("ready")));

        // when
        child.awaitReady(LONG);
        child.kill();

        // then
        assertThat(log).contains("wait", "now I am ready");
    }

    @Test
    void shouldTellTheLastLinesOfOneThatEndsBeforeItIsReady() {
        // given
        ChildProcess child = start(shell("echo 'no disk' >&2; exit 3").readyWhen(l -> false));

        // when
        assertThatThrownBy(() -> child.awaitReady(LONG))
                // then
                .isInstanceOf(ProcessFailedException.class)
                .hasMessageContaining("thing ended with exit code 3 before it was ready")
                .hasMessageContaining("no disk");
    }

    @Test
    void shouldTellThatItTakesTooLong() {
        // given
        ChildProcess child = start(shell("exec sleep 600").readyWhen(l -> false));

        // when
        assertThatThrownBy(() -> child.awaitReady(SHORT))
                // then
                .isInstanceOf(ProcessFailedException.class)
                .hasMessageContaining("thing is not ready after");
        child.kill();
    }

    @Test
    void shouldStopItInGoodOrder() {
        // given
        ChildProcess child = start(shell("trap 'echo bye; exit 0' TERM; echo ready; while :; do sleep 0.05; done")
                .readyWhen(l -> l.equals("ready")));
        child.awaitReady(LONG);

        // when
        boolean byItself = child.stop(LONG);

        // then
        assertThat(byItself).isTrue();
        assertThat(child.isAlive()).isFalse();
        await().atMost(LONG).untilAsserted(() -> assertThat(log).contains("bye"));
    }

    @Test
    void shouldKillItWhenItDoesNotListen() {
        // given
        ChildProcess child = start(
                shell("trap '' TERM; echo ready; while :; do sleep 0.05; done").readyWhen(l -> l.equals("ready")));
        child.awaitReady(LONG);

        // when
        boolean byItself = child.stop(SHORT);

        // then
        assertThat(byItself).isFalse();
        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void shouldKillWhatItHasStartedToo() {
        // given
        ChildProcess child = start(shell("sleep 600 & echo ready; wait").readyWhen(l -> l.equals("ready")));
        child.awaitReady(LONG);
        List<ProcessHandle> itsOwn = child.handle().descendants().toList();
        assertThat(itsOwn).hasSize(1);

        // when
        child.kill();

        // then
        await().atMost(LONG).until(() -> itsOwn.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void shouldSendTheSignalThatItIsStoppedBy() {
        // given a signal that no shell ignores for what it runs in the background, as it does INT
        ChildProcess child = start(shell("trap 'exit 7' SEGV; echo ready; while :; do sleep 0.05; done")
                .stoppedBy(Signal.SEGV)
                .readyWhen(l -> l.equals("ready")));
        child.awaitReady(LONG);

        // when
        child.stop(LONG);

        // then
        assertThat(child.onExit().join()).isEqualTo(7);
    }

    @Test
    void shouldGiveItItsEnvironmentAndNoInput() {
        // given
        ChildProcess child = start(shell("echo \"store=$STORE input=$(cat)\"").with(Map.of("STORE", "Żabka")));

        // when
        child.awaitSuccess(LONG);

        // then
        await().atMost(LONG).untilAsserted(() -> assertThat(log).containsExactly("store=Żabka input="));
    }

    @Test
    void shouldTellAnEndThatIsNoSuccess() {
        // given
        ChildProcess good = start(shell("exit 0"));
        ChildProcess bad = start(shell("echo broken; exit 4"));

        // then
        assertThatCode(() -> good.awaitSuccess(LONG)).doesNotThrowAnyException();
        assertThatThrownBy(() -> bad.awaitSuccess(LONG)).hasMessageContaining("thing ended with exit code 4");
    }

    @Test
    void shouldTellThatThereIsNoSuchCommandOrFolder() {
        // given
        ChildCommand nowhere = ChildCommand.of("thing", directory.resolve("missing"), List.of("true"));

        // then
        assertThatThrownBy(() -> start(nowhere))
                .isInstanceOf(ProcessFailedException.class)
                .hasMessageContaining("thing cannot be started");
    }

    private ChildCommand shell(String script) {
        return ChildCommand.of("thing", directory, List.of("sh", "-c", script));
    }

    private ChildProcess start(ChildCommand command) {
        return ChildProcess.start(command, log::add);
    }
}
