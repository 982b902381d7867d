package pl.paragon.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Requests byte for byte, as no HTTP library would send them, and what the gateway answers before it falls silent. */
final class RawRequests {

    static final String FORM = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n"
            + "Content-Type: image/jpeg\r\n\r\n\u00ff\u00d8\u00ffabc\r\n--x--\r\n";

    static final String LENGTH = "Content-Length: " + FORM.length();

    /** The head of a final answer, with the length of its body. */
    private static final Pattern ANSWER = Pattern.compile(
            "HTTP/1.[01] (?!100 )\\d+ .*\r\n(?:.+\r\n)*?content-length: (\\d+)\r\n(?:.+\r\n)*\r\n",
            Pattern.CASE_INSENSITIVE);

    private RawRequests() {}

    /** An upload with these header lines beside Host and Content-Type. */
    static String upload(String body, String... headers) {
        return request("POST /api/v3/receipts/process", body, "Content-Type: multipart/form-data; boundary=x", headers);
    }

    /** A form in chunked transfer coding whose second chunk begins with this line. */
    static String chunkedUpload(String secondChunkLine) {
        int half = FORM.length() / 2;
        return upload(
                Integer.toHexString(half) + "\r\n" + FORM.substring(0, half) + "\r\n" + secondChunkLine + "\r\n"
                        + FORM.substring(half) + "\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked");
    }

    static String secondHalf() {
        return Integer.toHexString(FORM.length() - FORM.length() / 2);
    }

    static String request(String line, String body, String header, String... headers) {
        return line + " HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n" + String.join("\r\n", headers)
                + (headers.length == 0 ? "" : "\r\n") + "\r\n" + body;
    }

    /** The final answer, or everything up to the end of the connection. Waits for one of the two. */
    static String send(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            // Only so that a request that is never answered fails its test.
            socket.setSoTimeout(120_000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            return answer(socket.getInputStream());
        }
    }

    private static String answer(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            for (int read = in.read(); read >= 0; read = in.read()) {
                bytes.write(read);
                String answer = bytes.toString(ISO_8859_1);
                Matcher head = ANSWER.matcher(answer);
                if (head.find() && answer.length() - head.end() >= Integer.parseInt(head.group(1))) {
                    return answer;
                }
            }
        } catch (SocketException e) {
            return bytes.toString(ISO_8859_1) + "[" + e.getMessage() + "]";
        }
        return bytes.toString(ISO_8859_1) + "[closed]";
    }
}
