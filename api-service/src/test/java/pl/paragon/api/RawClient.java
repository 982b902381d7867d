package pl.paragon.api;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An HTTP client that does what well-behaved ones do not: sends half a body, or one without end, and looks for the
 * answer meanwhile.
 */
final class RawClient implements AutoCloseable {

    private static final String PART =
            "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n";

    private static final Pattern COMPLETE =
            Pattern.compile("content-length: (\\d+)\r\n(?:.+\r\n)*\r\n", Pattern.CASE_INSENSITIVE);

    private final Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
    private final String header;
    private long sent;

    RawClient() throws IOException {
        this("Accept: */*");
    }

    /** @param header that each request has */
    RawClient(String header) throws IOException {
        this.header = header;
    }

    void beginAnnouncedUpload(long length, byte[] content) throws IOException {
        head("Content-Length: " + length);
        write(PART.getBytes(StandardCharsets.US_ASCII));
        write(content);
    }

    void beginChunkedUpload() throws IOException {
        head("Transfer-Encoding: chunked");
        chunk(PART.getBytes(StandardCharsets.US_ASCII));
    }

    /** Sends a chunk again and again until there is an answer. */
    String sendUntilAnswered(byte[] content, int most) throws IOException {
        for (int i = 0; i < most && socket.getInputStream().available() == 0; i++) {
            chunk(content);
        }
        return answer();
    }

    void upload(byte[] content) throws IOException {
        byte[] end = "\r\n--x--\r\n".getBytes(StandardCharsets.US_ASCII);
        beginAnnouncedUpload(PART.length() + content.length + end.length, content);
        write(end);
    }

    /** The answer with its body; waits for it. */
    String answer() throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder answer = new StringBuilder();
        Matcher complete = COMPLETE.matcher(answer);
        for (int read = in.read(); read >= 0; read = in.read()) {
            answer.append((char) read);
            if (complete.reset().find() && answer.length() - complete.end() == Integer.parseInt(complete.group(1))) {
                break;
            }
        }
        return answer.toString();
    }

    long sent() {
        return sent;
    }

    private void head(String length) throws IOException {
        write(("POST /api/v3/receipts/process HTTP/1.1\r\nHost: localhost\r\n"
                        + "Content-Type: multipart/form-data; boundary=x\r\n" + header + "\r\n" + length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    }

    private void chunk(byte[] content) throws IOException {
        write((Integer.toHexString(content.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        write(content);
        write("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        sent += bytes.length;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
