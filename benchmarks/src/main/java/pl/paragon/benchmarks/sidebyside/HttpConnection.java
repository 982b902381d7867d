package pl.paragon.benchmarks.sidebyside;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;

/**
 * One connection that is kept alive, as a socket: a client with threads and buffers of its own would take the
 * processors that it measures. Requests are prepared before the time is taken.
 */
public final class HttpConnection implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofMinutes(2);
    private static final int BUFFER = 65_536;
    private static final int HEXADECIMAL = 16;
    private static final int DEFAULT_PORT = 80;

    private final URI system;
    private Socket socket;
    private InputStream in;

    public HttpConnection(Target target) {
        this.system = target.receipts();
    }

    /**
     * What was answered.
     *
     * @param code the HTTP status
     */
    public record Answer(int code, byte[] body) {}

    /** Sends a request and reads its answer; once more if the other side has closed a connection that was kept. */
    public Answer exchange(byte[] request) throws IOException {
        boolean kept = socket != null;
        try {
            return once(request);
        } catch (IOException e) {
            close();
            if (!kept) {
                throw e;
            }
            return once(request);
        }
    }

    private Answer once(byte[] request) throws IOException {
        if (socket == null) {
            connect();
        }
        socket.getOutputStream().write(request);
        int code = code(line());
        long length = -1;
        boolean chunked = false;
        boolean last = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = Long.parseLong(value(header));
            } else if (header.startsWith("transfer-encoding:")) {
                chunked = value(header).equals("chunked");
            } else if (header.startsWith("connection:")) {
                last = value(header).equals("close");
            }
        }
        byte[] body = chunked ? chunks() : length >= 0 ? exactly((int) length) : in.readAllBytes();
        if (last || !chunked && length < 0) {
            close();
        }
        return new Answer(code, body);
    }

    private void connect() throws IOException {
        Socket opened = new Socket();
        try {
            opened.setTcpNoDelay(true);
            opened.setSoTimeout((int) ANSWER.toMillis());
            int port = system.getPort() < 0 ? DEFAULT_PORT : system.getPort();
            opened.connect(new InetSocketAddress(system.getHost(), port), (int) CONNECT.toMillis());
            in = new BufferedInputStream(opened.getInputStream(), BUFFER);
        } catch (ConnectException e) {
            opened.close();
            throw new IOException("Nothing answers at " + system, e);
        }
        socket = opened;
    }

    private static int code(String statusLine) throws IOException {
        String[] words = statusLine.split(" ", 3);
        if (words.length < 2 || !words[0].startsWith("HTTP/1.")) {
            throw new IOException("This is no HTTP answer: " + statusLine);
        }
        return Integer.parseInt(words[1]);
    }

    private static String value(String header) {
        return header.substring(header.indexOf(':') + 1).strip();
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.write(exactly(size));
            line();
        }
        while (!line().isEmpty()) {
            // Trailers are of no interest, but have to be over.
        }
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line().split(";", 2)[0].strip(), HEXADECIMAL);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The answer was cut short");
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new EOFException("The connection was closed");
            }
            line.append((char) read);
        }
        return line.toString().strip();
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            // It is not used any more.
        }
        socket = null;
    }
}
