package pl.paragon.benchmarks.push;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Connections that listen and do nothing else. */
final class IdleListeners implements AutoCloseable {

    /** How a gateway is listened to. */
    enum Kind {
        STREAM("streams of events", """
                GET /api/v3/receipts/events HTTP/1.1\r
                Host: localhost\r
                \r
                """, 200),
        SOCKET("WebSockets", """
                GET /ws HTTP/1.1\r
                Host: localhost\r
                Connection: Upgrade\r
                Upgrade: websocket\r
                Sec-WebSocket-Version: 13\r
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                \r
                """, 101);

        private final String title;
        private final String request;
        private final int granted;

        Kind(String title, String request, int granted) {
            this.title = title;
            this.request = request;
            this.granted = granted;
        }

        @Override
        public String toString() {
            return title;
        }
    }

    private final List<Socket> open = new ArrayList<>();

    /** Opens one more, and returns once it is granted. */
    void open(Kind kind, int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        open.add(socket);
        socket.getOutputStream().write(kind.request.getBytes(StandardCharsets.US_ASCII));
        InputStream answer = new BufferedInputStream(socket.getInputStream(), 512);
        String status = line(answer);
        if (!status.startsWith("HTTP/1.1 " + kind.granted)) {
            throw new IOException(
                    "The gateway answers listener %d with: %s%n%s".formatted(open.size(), status, rest(answer)));
        }
        while (!line(answer).isEmpty()) {
            // The head is of no interest, but has to be over.
        }
    }

    int count() {
        return open.size();
    }

    /** What there is of it so far: the gateway keeps the connection open. */
    private static String rest(InputStream answer) throws IOException {
        return new String(answer.readNBytes(Math.max(answer.available(), 1)), StandardCharsets.UTF_8);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new IOException("The gateway closed the connection");
            }
            line.append((char) read);
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
    }
}
