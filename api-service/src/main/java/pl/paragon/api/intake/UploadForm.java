package pl.paragon.api.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The parts of a multipart form (RFC 7578), one after another, as the body arrives. */
public final class UploadForm {

    /** @param content ends with the part, and is only there until the next part is asked for */
    public record Part(PartHead head, InputStream content) {}

    private static final int LONGEST_HEAD = 16 * 1024;
    private static final int LONGEST_BOUNDARY = 256;
    private static final int MOST_PARTS = 64;

    private final Body body;
    private final DelimitedBody sections;
    private final int delimiter;
    private final int mostParts;
    private int parts;

    UploadForm(InputStream body, String boundary) {
        this(body, boundary, MOST_PARTS);
    }

    /** @param mostParts that the form may have */
    public UploadForm(InputStream body, String boundary, int mostParts) {
        this.mostParts = mostParts;
        this.body = new Body(body);
        byte[] line = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        this.delimiter = line.length;
        this.sections = new DelimitedBody(this.body, line);
    }

    /**
     * The next part; what is left of the one before is skipped. Empty after the last.
     *
     * @throws RefusedException if the body is malformed, or the client went away
     */
    public Optional<Part> next() throws IOException {
        try {
            // Before the first part, this skips the preamble.
            sections.skip();
            if (!sections.passDelimiter()) {
                return Optional.empty();
            }
            if (++parts > mostParts) {
                throw malformed("more than " + mostParts + " parts");
            }
            String head = new String(sections.head(LONGEST_HEAD), StandardCharsets.UTF_8);
            return Optional.of(new Part(PartHead.parse(head), new Content()));
        } catch (DelimitedBody.MalformedException e) {
            throw malformed(e.getMessage());
        }
    }

    /** How many bytes of the current part are to come if it is the form's last, by the length of the whole body. */
    long restOf(long length) {
        return length - body.count + sections.buffered() - delimiter - "--\r\n".length();
    }

    /** The boundary in a Content-Type; empty if that is no multipart form. */
    public static Optional<String> boundary(String contentType) throws RefusedException {
        if (contentType == null || !contentType.strip().toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            return Optional.empty();
        }
        String boundary = PartHead.parameters(contentType).get("boundary");
        if (boundary == null || boundary.isEmpty() || boundary.length() > LONGEST_BOUNDARY) {
            throw malformed("the Content-Type has no boundary");
        }
        return Optional.of(boundary);
    }

    private static RefusedException malformed(String why) {
        return new RefusedException(new Refusal.Malformed(why));
    }

    /** Counts bytes, and distinguishes a client that disconnected from a malformed body. */
    private static final class Body extends FilterInputStream {
        private long count;

        Body(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                int n = super.read(target, offset, length);
                count += Math.max(n, 0);
                return n;
            } catch (RefusedException e) {
                throw e; // the body's own bounds
            } catch (IOException e) {
                throw new RefusedException(new Refusal.BrokenOff(), e);
            }
        }
    }

    /** Of the current part. */
    private final class Content extends InputStream {

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                return sections.read(target, offset, length);
            } catch (DelimitedBody.MalformedException e) {
                throw malformed(e.getMessage());
            }
        }
    }
}
