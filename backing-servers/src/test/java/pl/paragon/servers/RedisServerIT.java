package pl.paragon.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.servers.process.ProcessFailedException;

class RedisServerIT {

    @TempDir
    Path directory;

    @Test
    void shouldKeepItsDataOverARestart() throws IOException {
        // given
        try (RedisServer first = RedisServer.start(directory)) {
            assertThat(ask(first, "SET receipt paragon")).isEqualTo("+OK");
        }

        // when
        try (RedisServer second = RedisServer.start(directory)) {

            // then
            assertThat(ask(second, "STRLEN receipt")).isEqualTo(":7");
        }
    }

    @Test
    void shouldKeepItsDataWhenItIsKilled() throws IOException {
        // given
        RedisServer first = RedisServer.start(directory);
        assertThat(ask(first, "SET receipt paragon")).isEqualTo("+OK");
        first.process().kill();

        // when
        try (RedisServer second = RedisServer.start(directory)) {

            // then
            assertThat(ask(second, "STRLEN receipt")).isEqualTo(":7");
        }
    }

    @Test
    void shouldSayWhyItDoesNotStart() throws IOException {
        // given
        try (ServerSocket occupied = new ServerSocket(0)) {

            // when
            assertThatThrownBy(() -> RedisServer.launch(directory, occupied.getLocalPort(), line -> {})
                            .awaitReady())
                    // then
                    .isInstanceOf(ProcessFailedException.class)
                    .hasMessageContaining("redis ended with exit code 1")
                    .hasMessageContaining("Address in use");
        }
    }

    private static String ask(RedisServer server, String command) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port());
                BufferedReader answers =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
            return answers.readLine();
        }
    }
}
