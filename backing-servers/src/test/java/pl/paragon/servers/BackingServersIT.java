package pl.paragon.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackingServersIT {

    @TempDir
    Path directory;

    @Test
    void shouldStartAllThreeAndLeaveNoneRunning() {
        // given
        BackingServers servers = BackingServers.start(directory);
        List<ProcessHandle> processes = Stream.of(servers.kafka(), servers.redis(), servers.postgres())
                .map(s -> s.process().handle())
                .toList();
        assertThat(processes).allMatch(ProcessHandle::isAlive);

        // when
        servers.close();

        // then
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void shouldNotOutliveAJvmThatIsKilled() throws IOException {
        // given
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StartAndWait.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<ProcessHandle> servers = pids(parent);
        assertThat(servers).hasSize(3).allMatch(ProcessHandle::isAlive);

        // when
        parent.destroyForcibly();

        // then
        await().atMost(Duration.ofMinutes(5)).until(() -> servers.stream().noneMatch(ProcessHandle::isAlive));
    }

    private static List<ProcessHandle> pids(Process parent) throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8));
        return Stream.of(output.readLine().split(" "))
                .map(pid -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow())
                .toList();
    }

    /** A JVM that starts the servers, tells their process ids and never ends by itself. */
    static final class StartAndWait {
        public static void main(String[] arguments) throws InterruptedException {
            BackingServers servers = BackingServers.start(Path.of(arguments[0]));
            System.out.println(servers.kafka().process().pid() + " "
                    + servers.redis().process().pid() + " "
                    + servers.postgres().process().pid());
            Thread.currentThread().join();
        }
    }
}
