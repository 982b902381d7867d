package pl.paragon.running.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.running.service.Ports;
import pl.paragon.running.stack.StackState.Phase;

class StateFileTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir
    Path directory;

    private StackHome home;
    private StateFile file;

    @BeforeEach
    void setUp() {
        home = new StackHome(directory).create();
        file = new StateFile(home);
    }

    @Test
    void shouldReadWhatItWrote() {
        // given
        PartState kafka = new PartState(
                "kafka",
                9092,
                Condition.READY,
                NOON,
                Optional.of(Duration.ofMillis(680)),
                2,
                Optional.of(new ProcessRecord(4711, 99, "boot")),
                "was ended by signal 9");
        StackState state = new StackState(
                Phase.RUNNING,
                "",
                new ProcessRecord(4710, 98, "boot"),
                Ports.usual(),
                NOON,
                Optional.of(NOON.plusSeconds(8)),
                List.of(kafka));

        // when
        file.write(state);

        // then
        assertThat(file.read()).contains(state);
    }

    @Test
    void shouldReadNothingWhereThereIsNothingOrSomethingElse() throws IOException {
        assertThat(file.read()).isEmpty();

        Files.writeString(home.state(), "{ broken");
        assertThat(file.read()).isEmpty();
    }

    @Test
    void shouldBeLockedByOneAtATimeAndOnlyWhileThatOneLives() throws Exception {
        // given
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        directory.toString())
                .start();
        assertThat(holder.getInputStream().read()).isEqualTo('!');

        // when
        boolean whileItLives = StackLock.isTaken(home);
        holder.destroyForcibly().waitFor();

        // then
        assertThat(whileItLives).isTrue();
        assertThat(StackLock.isTaken(home)).isFalse();
    }

    /** Takes the lock, says so, and never ends by itself. */
    static final class Holder {
        public static void main(String[] arguments) throws InterruptedException {
            StackLock.take(new StackHome(Path.of(arguments[0]))).orElseThrow();
            System.out.print("!");
            System.out.flush();
            Thread.currentThread().join();
        }
    }
}
