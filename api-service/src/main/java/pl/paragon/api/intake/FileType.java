package pl.paragon.api.intake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of files that are accepted, recognised by their first bytes. */
enum FileType {
    JPEG("image/jpeg", "image/jpg"),
    PNG("image/png"),
    WEBP("image/webp"),
    PDF("application/pdf");

    /** How many bytes detection needs: a PDF's header may stand anywhere in the first kilobyte. */
    static final int HEAD = 1024;

    /** What a client may declare, in the order of the predecessor's answer. */
    static final List<String> SUPPORTED =
            List.of("image/jpeg", "image/png", "image/jpg", "image/webp", "application/pdf");

    private static final byte[] JPEG_START = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG_START = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] RIFF = "RIFF".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] WEBP_FOURCC = "WEBP".getBytes(StandardCharsets.US_ASCII);
    private static final String PDF_HEADER = "%PDF-";

    private final List<String> names;

    FileType(String... names) {
        this.names = List.of(names);
    }

    /** The media type under which the file travels inside the house. */
    String mediaType() {
        return names.getFirst();
    }

    /** What a client declared, whatever its case and parameters; empty if it is not supported. */
    static Optional<FileType> declared(String contentType) {
        String essence = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> type.names.contains(essence))
                .findFirst();
    }

    /** The type of a file that begins with these bytes; empty if it is none of these. */
    static Optional<FileType> detected(byte[] head) {
        return Arrays.stream(values()).filter(type -> type.begins(head)).findFirst();
    }

    private boolean begins(byte[] head) {
        return switch (this) {
            case JPEG -> has(head, 0, JPEG_START);
            case PNG -> has(head, 0, PNG_START);
            case WEBP -> has(head, 0, RIFF) && has(head, 8, WEBP_FOURCC);
            case PDF -> new String(head, StandardCharsets.ISO_8859_1).contains(PDF_HEADER);
        };
    }

    private static boolean has(byte[] head, int from, byte[] expected) {
        return head.length >= from + expected.length
                && Arrays.equals(head, from, from + expected.length, expected, 0, expected.length);
    }
}
