package pl.paragon.runtime.files.s3;

import java.io.FilterInputStream;
import java.io.IOException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** An object's content as it arrives. */
final class ObjectContent extends FilterInputStream {

    private final ResponseInputStream<GetObjectResponse> content;
    private final long size;
    private long read;

    ObjectContent(ResponseInputStream<GetObjectResponse> content) {
        super(content);
        this.content = content;
        this.size = content.response().contentLength();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            int count = in.read(buffer, offset, length);
            read += Math.max(count, 0);
            return count;
        } catch (SdkException e) {
            throw S3Failure.of(e);
        }
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, Integer.MAX_VALUE)).length;
    }

    /** Of a file that is not read to its end, the rest is not fetched. */
    @Override
    public void close() throws IOException {
        if (read < size) {
            content.abort();
        } else {
            content.close();
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
