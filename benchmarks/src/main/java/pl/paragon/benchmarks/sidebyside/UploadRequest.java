package pl.paragon.benchmarks.sidebyside;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** An upload, ready to be sent as often as one likes. */
public final class UploadRequest {

    private static final String BOUNDARY = "----paragon-benchmarks-7f3a91c2";
    private static final String END = "\r\n--" + BOUNDARY + "--\r\n";

    private final byte[] bytes;
    private final int fileAt;

    /** @param filename its suffix says of what type it is: {@code .png}, {@code .pdf}, or else JPEG */
    public UploadRequest(Target target, String filename, byte[] file) {
        String part =
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                        .formatted(BOUNDARY, filename, mediaType(filename));
        ByteArrayOutputStream body = new ByteArrayOutputStream(part.length() + file.length + END.length());
        body.writeBytes(part.getBytes(StandardCharsets.ISO_8859_1));
        body.writeBytes(file);
        body.writeBytes(END.getBytes(StandardCharsets.ISO_8859_1));
        this.bytes =
                target.request("POST", "/process", "multipart/form-data; boundary=" + BOUNDARY, body.toByteArray());
        this.fileAt = bytes.length - END.length() - file.length;
    }

    private static String mediaType(String filename) {
        return switch (filename.substring(filename.lastIndexOf('.') + 1)) {
            case "png" -> "image/png";
            case "pdf" -> "application/pdf";
            default -> "image/jpeg";
        };
    }

    /** Overwrites eight bytes of the file. */
    public void put(int offset, long value) {
        ByteBuffer.wrap(bytes).putLong(fileAt + offset, value);
    }

    byte[] bytes() {
        return bytes;
    }
}
