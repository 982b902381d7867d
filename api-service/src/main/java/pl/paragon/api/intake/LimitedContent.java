package pl.paragon.api.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts a file's bytes and throws when there are too many. */
final class LimitedContent extends FilterInputStream {

    private final long most;
    private final long announced;
    private long count;

    /** @param announced the length according to the request, only for the error */
    LimitedContent(InputStream content, long most, long announced) {
        super(content);
        this.most = most;
        this.announced = announced;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0) {
            count(1);
        }
        return one;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int n = super.read(target, offset, length);
        if (n > 0) {
            count(n);
        }
        return n;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int n) throws RefusedException {
        count += n;
        if (count > most) {
            throw new RefusedException(new Refusal.TooLarge(most, Math.max(count, announced)));
        }
    }
}
