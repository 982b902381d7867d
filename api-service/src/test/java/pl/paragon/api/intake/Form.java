package pl.paragon.api.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Writes multipart forms as clients do. */
public final class Form {

    static final String BOUNDARY = "----a-boundary";
    public static final String CONTENT_TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    public static final String ADDRESS = "192.0.2.1";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    public static Form withFile(String contentType, byte[] content) {
        return new Form().file("receipt.jpg", contentType, content);
    }

    public Form file(String filename, String contentType, byte[] content) {
        return part("name=\"file\"; filename=\"" + filename + "\"", contentType, content);
    }

    public Form field(String name, String value) {
        return part("name=\"" + name + "\"", null, value.getBytes(StandardCharsets.UTF_8));
    }

    public Form part(String disposition, String contentType, byte[] content) {
        return text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n"
                        + (contentType == null ? "" : "Content-Type: " + contentType + "\r\n") + "\r\n")
                .bytes(content)
                .text("\r\n");
    }

    Form text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private Form bytes(byte[] bytes) {
        try {
            body.write(bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] unfinished() {
        return body.toByteArray();
    }

    public byte[] finished() {
        return text("--" + BOUNDARY + "--\r\n").unfinished();
    }

    /** A request whose whole body is there. */
    public static FormReader.Request request(byte[] body) {
        return new FormReader.Request(CONTENT_TYPE, body.length, false, new ByteArrayInputStream(body), ADDRESS);
    }

    /** As a network delivers it: in pieces that end anywhere. */
    static InputStream inPieces(byte[] body, int size) {
        return new ByteArrayInputStream(body) {
            @Override
            public int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, size));
            }
        };
    }

    /** A client that goes away after these bytes. */
    static InputStream brokenOff(byte[] body) {
        return new SequenceInputStream(new ByteArrayInputStream(body), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        });
    }
}
