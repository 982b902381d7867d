package pl.paragon.benchmarks.status;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * What a Redis holds.
 *
 * @param bytes {@code used_memory}: what the allocator gave it, for data and for itself
 * @param keys in its one database
 */
record RedisMemory(long bytes, long keys) {

    /** Asks in the inline form of Redis's protocol, as somebody with telnet does. */
    static RedisMemory of(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                BufferedReader answers =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            OutputStream questions = socket.getOutputStream();
            questions.write("DBSIZE\r\nINFO memory\r\n".getBytes(StandardCharsets.US_ASCII));
            questions.flush();
            long keys = Long.parseLong(answers.readLine().substring(1));
            String line = answers.readLine();
            while (line != null && !line.startsWith("used_memory:")) {
                line = answers.readLine();
            }
            if (line == null) {
                throw new IOException("Redis does not say how much memory it uses");
            }
            return new RedisMemory(Long.parseLong(line.substring(line.indexOf(':') + 1)), keys);
        }
    }
}
