package pl.paragon.api.intake;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.FileUploadSizeException;
import org.apache.commons.fileupload2.core.MultipartInput;

/**
 * The parts of a multipart form (RFC 7578), one after another, as the body arrives. {@link MultipartInput} finds them
 * in one buffer whatever their sizes; its callers would write every file to the disk before its type or size is known.
 */
public final class UploadForm {

    /** @param content ends with the part, and is only there until the next part is asked for */
    public record Part(PartHead head, InputStream content) {}

    private static final int BUFFER = 64 * 1024;
    private static final int LONGEST_HEAD = 16 * 1024;
    private static final int LONGEST_BOUNDARY = 256;
    private static final int MOST_PARTS = 64;

    private final Body body;
    private final MultipartInput input;
    private final int delimiter;
    private final int mostParts;
    private int parts;
    private MultipartInput.ItemInputStream current;

    UploadForm(InputStream body, String boundary) throws IOException {
        this(body, boundary, MOST_PARTS);
    }

    /** @param mostParts that the form may have */
    public UploadForm(InputStream body, String boundary, int mostParts) throws IOException {
        this.mostParts = mostParts;
        this.body = new Body(body);
        this.delimiter = "\r\n--".length() + boundary.length();
        this.input = MultipartInput.builder()
                // The first delimiter may stand at the very beginning: as if a line had ended before it.
                .setInputStream(new SequenceInputStream(new ByteArrayInputStream(new byte[] {'\r', '\n'}), this.body))
                .setBufferSize(BUFFER)
                .setBoundary(boundary.getBytes(StandardCharsets.ISO_8859_1))
                .setMaxPartHeaderSize(LONGEST_HEAD)
                .get();
        this.input.setHeaderCharset(StandardCharsets.UTF_8);
    }

    /**
     * The next part; what is left of the one before is skipped. Empty after the last.
     *
     * @throws RefusedException if the body is malformed, or the client went away
     */
    public Optional<Part> next() throws IOException {
        try {
            // Before the first part, this skips the preamble.
            input.discardBodyData();
            if (!input.readBoundary()) {
                return Optional.empty();
            }
            if (++parts > mostParts) {
                throw malformed("more than " + mostParts + " parts");
            }
            PartHead head = PartHead.parse(input.readHeaders());
            current = input.newInputStream();
            return Optional.of(new Part(head, new Content(current)));
        } catch (FileUploadException e) {
            throw explained(e);
        }
    }

    /**
     * How many bytes of the current part are to come if it is the form's last, by the length of the whole body. Exact
     * to the length of a delimiter, since what the parser holds back is not known to the byte.
     */
    long restOf(long length) throws IOException {
        int buffered = current.available() == 0 ? 0 : current.available() + delimiter;
        return length - body.count + buffered - delimiter - "--\r\n".length();
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

    /** The parser wraps whatever its source throws between parts, too. */
    private IOException explained(FileUploadException e) {
        if (e.getCause() instanceof RefusedException broken) {
            return broken;
        }
        return malformed(
                e instanceof FileUploadSizeException
                        ? "a part's headers are too long"
                        : "it ends before its closing delimiter, or a delimiter is followed by something else");
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

    /** Of the current part. The parser's own exceptions become ours. */
    private final class Content extends InputStream {
        private final MultipartInput.ItemInputStream content;

        Content(MultipartInput.ItemInputStream content) {
            this.content = content;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                return content.read(target, offset, length);
            } catch (FileUploadException e) {
                throw explained(e);
            }
        }
    }
}
