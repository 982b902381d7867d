package pl.paragon.api.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A multipart body (RFC 2046) as it arrives: sections between delimiters, in one buffer whatever their sizes.
 * Delimiters are found as Boyer, Moore and Horspool do it, which looks at one byte in some fifty.
 */
final class DelimitedBody {

    /** What a call finds if the body ends too early, or has something else where a delimiter has to end. */
    static final class MalformedException extends IOException {
        private static final long serialVersionUID = 1L;

        MalformedException(String message) {
            super(message);
        }
    }

    private static final int BUFFER = 64 * 1024;
    private static final byte[] LINE_END = {'\r', '\n'};

    private final InputStream source;
    private final byte[] delimiter;
    /** How far the delimiter may be moved if this is the last byte that it was compared with. */
    private final int[] shifts = new int[256];

    private final byte[] buffer = new byte[BUFFER];
    private int head;
    private int tail;
    /** Where the next delimiter begins, or −1 if none is in the buffer. */
    private int next;

    /** @param delimiter a line end, two hyphens and the boundary; fewer bytes than the buffer by far */
    DelimitedBody(InputStream source, byte[] delimiter) {
        this.source = source;
        this.delimiter = delimiter.clone();
        Arrays.fill(shifts, delimiter.length);
        for (int i = 0; i < delimiter.length - 1; i++) {
            shifts[delimiter[i] & 0xFF] = delimiter.length - 1 - i;
        }
        // The first delimiter may stand at the very beginning: as if a line had ended before it.
        System.arraycopy(LINE_END, 0, buffer, 0, LINE_END.length);
        this.tail = LINE_END.length;
        this.next = find();
    }

    /** Reads on in a section. @return how many bytes, or −1 if the section is over */
    int read(byte[] target, int offset, int length) throws IOException {
        int ready = ready();
        if (ready == 0) {
            return -1;
        }
        int n = Math.min(ready, length);
        System.arraycopy(buffer, head, target, offset, n);
        head += n;
        return n;
    }

    /** Passes over what is left of a section. */
    void skip() throws IOException {
        for (int ready = ready(); ready > 0; ready = ready()) {
            head += ready;
        }
    }

    /**
     * Passes over the delimiter after a section.
     *
     * @return whether it is followed by a part
     */
    boolean passDelimiter() throws IOException {
        head += delimiter.length;
        byte first = one();
        byte second = one();
        next = find();
        if (first == '-' && second == '-') {
            return false;
        }
        if (first == LINE_END[0] && second == LINE_END[1]) {
            return true;
        }
        throw new MalformedException("a delimiter is followed by something else");
    }

    /** Reads to the end of an empty line, which is included. @throws MalformedException if that takes more bytes */
    byte[] head(int most) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        int lineEnds = 0;
        while (lineEnds < 2 * LINE_END.length) {
            if (read.size() == most) {
                throw new MalformedException("a part's headers are too long");
            }
            byte b = one();
            read.write(b);
            lineEnds = b == LINE_END[lineEnds % 2] ? lineEnds + 1 : b == LINE_END[0] ? 1 : 0;
        }
        next = find();
        return read.toByteArray();
    }

    /** How many bytes were read from the source and not from here. */
    int buffered() {
        return tail - head;
    }

    private byte one() throws IOException {
        if (head == tail) {
            fill();
        }
        return buffer[head++];
    }

    /** How many bytes in the buffer belong to the section; none if it is over. */
    private int ready() throws IOException {
        while (true) {
            // What may be the beginning of a delimiter is none of the section's yet.
            int ready = next >= 0 ? next - head : tail - head - (delimiter.length - 1);
            if (ready > 0 || next >= 0) {
                return ready;
            }
            fill();
            next = find();
        }
    }

    private void fill() throws IOException {
        System.arraycopy(buffer, head, buffer, 0, tail - head);
        tail -= head;
        head = 0;
        int n = source.read(buffer, tail, buffer.length - tail);
        if (n < 0) {
            throw new MalformedException("it ends before its closing delimiter");
        }
        tail += n;
    }

    private int find() {
        int last = delimiter.length - 1;
        for (int at = head; at + last < tail; at += shifts[buffer[at + last] & 0xFF]) {
            if (buffer[at + last] == delimiter[last] && Arrays.equals(buffer, at, at + last, delimiter, 0, last)) {
                return at;
            }
        }
        return -1;
    }
}
