package pl.paragon.api.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Sends bytes and reads what HTTP/1.1 says is the answer, over one connection for as long as the server keeps it. Not
 * thread-safe.
 */
public final class KeepAliveClient implements AutoCloseable {

    private final int port;
    private final int patienceMillis;
    private Socket socket;
    private InputStream in;

    /** @param patienceMillis after which a request without an answer is a {@link java.net.SocketTimeoutException} */
    public KeepAliveClient(int port, int patienceMillis) {
        this.port = port;
        this.patienceMillis = patienceMillis;
    }

    /** The answer; empty if the server closed the connection without one. */
    public Optional<Answer> send(FuzzedRequest request) throws IOException {
        if (request.leavesTheConnectionUsable() && socket != null) {
            try {
                return Optional.of(exchange(request));
            } catch (EOFException | SocketException e) {
                close(); // the server may close a kept connection at any time; a new one tells
            }
        }
        close();
        connect();
        try {
            return Optional.of(exchange(request));
        } catch (EOFException | SocketException e) {
            close();
            return Optional.empty();
        } finally {
            if (!request.leavesTheConnectionUsable()) {
                close();
            }
        }
    }

    private void connect() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(patienceMillis);
        in = new BufferedInputStream(socket.getInputStream());
    }

    private Answer exchange(FuzzedRequest request) throws IOException {
        try {
            socket.getOutputStream().write(request.bytes());
            socket.getOutputStream().flush();
        } catch (SocketException e) {
            // Answered and closed before the whole body was sent: the answer may be there.
        }
        if (request.endsItsSide()) {
            socket.shutdownOutput();
        }
        Answer head = head();
        while (head.status() == 100) {
            head = head();
        }
        if (head.status() == 101 || head.mediaType().equals("text/event-stream")) {
            close();
            return head;
        }
        Answer answer = new Answer(head.status(), head.headers(), body(request.method(), head));
        if (head.headers().getOrDefault("connection", "").equalsIgnoreCase("close")) {
            close();
        }
        return answer;
    }

    private Answer head() throws IOException {
        String[] status = line().split(" ", 3);
        if (status.length < 2 || !status[0].startsWith("HTTP/1.")) {
            throw new EOFException("no HTTP");
        }
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new Answer(Integer.parseInt(status[1]), headers, "");
    }

    private String body(String method, Answer head) throws IOException {
        if (method.equals("HEAD") || head.status() == 204 || head.status() == 304) {
            return "";
        }
        if (head.headers().getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
            StringBuilder body = new StringBuilder();
            for (int size = chunkSize(); size > 0; size = chunkSize()) {
                body.append(new String(exactly(size), ISO_8859_1));
                line();
            }
            line();
            return body.toString();
        }
        String length = head.headers().get("content-length");
        if (length != null) {
            return new String(exactly(Integer.parseInt(length)), ISO_8859_1);
        }
        String rest = new String(in.readAllBytes(), ISO_8859_1);
        close();
        return rest;
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line().split(";")[0].strip(), 16);
    }

    private byte[] exactly(int size) throws IOException {
        byte[] bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw new EOFException("an answer that is cut off");
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new EOFException("no more");
            }
            line.append((char) read);
        }
        return line.toString().stripTrailing();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
