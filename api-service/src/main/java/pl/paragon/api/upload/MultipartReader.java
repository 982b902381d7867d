package pl.paragon.api.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads a multipart form (RFC 7578) part by part from a stream, in one buffer whatever the parts' sizes. The framework's own reader would write every file to the disk before
 * anybody could look at its type or count its bytes.
 */
final class MultipartReader {

    /** A part and its content; the content ends with the part and is only there until the next part is asked for. */
    record Part(PartHeaders headers, InputStream content) {}

    private static final int BUFFER = 64 * 1024;
    private static final int LONGEST_HEADERS = 16 * 1024;
    private static final int MOST_PARTS = 64;
    private static final int LONGEST_BOUNDARY = 256;

    private final InputStream in;
    private final byte[] delimiter;
    private final byte[] buffer = new byte[BUFFER];
    private int from;
    private int to;
    private long read;
    private boolean atStart = true;
    private boolean inPart;
    private int parts;

    MultipartReader(InputStream in, String boundary) {
        this.in = in;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        // The first delimiter stands at the very beginning or after a preamble: as if a line had ended before it.
        buffer[0] = '\r';
        buffer[1] = '\n';
        to = 2;
    }

    /** The boundary in a Content-Type; empty where that is no multipart form. */
    static Optional<String> boundary(String contentType) throws MalformedMultipartException {
        if (contentType == null || !contentType.strip().toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            return Optional.empty();
        }
        for (String parameter : contentType.split(";")) {
            String[] pair = parameter.split("=", 2);
            if (pair.length == 2 && pair[0].strip().equalsIgnoreCase("boundary")) {
                String boundary = pair[1].strip().replaceAll("^\"|\"$", "");
                if (!boundary.isEmpty() && boundary.length() <= LONGEST_BOUNDARY) {
                    return Optional.of(boundary);
                }
            }
        }
        throw new MalformedMultipartException("the Content-Type has no boundary");
    }

    /** How many bytes of the body the parts so far took, the head of the current one included. */
    long consumed() {
        return read - (to - from);
    }

    /** How many bytes the closing delimiter takes, with the line's end that clients put after it. */
    int closing() {
        return delimiter.length + 4;
    }

    /**
     * The next part; what is left of the one before is passed over. Empty after the last.
     *
     * @throws MalformedMultipartException where the body is not what it says
     * @throws BrokenOffException where the client went away
     */
    Optional<Part> next() throws IOException {
        if (atStart || inPart) {
            new Content().transferTo(OutputStream.nullOutputStream());
        }
        atStart = false;
        if (isClosing()) {
            return Optional.empty();
        }
        if (!line().isBlank()) {
            throw new MalformedMultipartException("a delimiter is followed by something else than a line's end");
        }
        if (++parts > MOST_PARTS) {
            throw new MalformedMultipartException("more than " + MOST_PARTS + " parts");
        }
        PartHeaders headers = PartHeaders.parse(headerLines());
        inPart = true;
        return Optional.of(new Part(headers, new Content()));
    }

    private List<String> headerLines() throws IOException {
        List<String> lines = new ArrayList<>();
        int length = 0;
        for (String line = line(); !line.isEmpty(); line = line()) {
            length += line.length();
            if (length > LONGEST_HEADERS) {
                throw new MalformedMultipartException("a part's headers are too long");
            }
            lines.add(line);
        }
        return lines;
    }

    private boolean isClosing() throws IOException {
        while (to - from < 2) {
            need();
        }
        return buffer[from] == '-' && buffer[from + 1] == '-';
    }

    /** A line without its end. */
    private String line() throws IOException {
        for (int length = 0; ; length++) {
            if (length > LONGEST_HEADERS) {
                throw new MalformedMultipartException("a line of a part's head is too long");
            }
            if (from + length == to) {
                need();
            }
            if (buffer[from + length] == '\n') {
                int end = length > 0 && buffer[from + length - 1] == '\r' ? length - 1 : length;
                String line = new String(buffer, from, end, StandardCharsets.UTF_8);
                from += length + 1;
                return line;
            }
        }
    }

    private void need() throws IOException {
        if (!fill()) {
            throw new MalformedMultipartException("the body ends before its closing delimiter");
        }
    }

    /** Moves what is left to the buffer's beginning and reads on; false at the body's end. */
    private boolean fill() throws IOException {
        System.arraycopy(buffer, from, buffer, 0, to - from);
        to -= from;
        from = 0;
        try {
            int n = in.read(buffer, to, buffer.length - to);
            if (n < 0) {
                return false;
            }
            to += n;
            read += n;
            return true;
        } catch (IOException e) {
            throw new BrokenOffException(e);
        }
    }

    /** The bytes up to the next delimiter, which is taken too. */
    private final class Content extends InputStream {
        private boolean ended;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (ended || length == 0) {
                return ended ? -1 : 0;
            }
            int clear = clear(length);
            while (clear == 0) {
                if (to - from >= delimiter.length) {
                    from += delimiter.length;
                    ended = true;
                    inPart = false;
                    return -1;
                }
                need();
                clear = clear(length);
            }
            System.arraycopy(buffer, from, target, offset, clear);
            from += clear;
            return clear;
        }

        /** How many of the next {@code most} bytes are buffered and surely stand before the next delimiter. */
        private int clear(int most) {
            int end = most < to - from ? from + most : to;
            for (int i = from; i < end; i++) {
                if (buffer[i] == '\r' && mayBeDelimiter(i)) {
                    return i - from;
                }
            }
            return end - from;
        }

        private boolean mayBeDelimiter(int at) {
            int length = Math.min(delimiter.length, to - at);
            return Arrays.equals(buffer, at, at + length, delimiter, 0, length);
        }
    }
}
