package pl.paragon.s3server.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.gaul.s3proxy.PutOptions2;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.domain.Blob;
import org.jclouds.blobstore.domain.PageSet;
import org.jclouds.blobstore.domain.StorageMetadata;
import org.jclouds.blobstore.options.ListContainerOptions;
import org.jclouds.blobstore.options.PutOptions;
import org.jclouds.blobstore.util.ForwardingBlobStore;
import org.jclouds.http.HttpResponse;
import org.jclouds.http.HttpResponseException;

/**
 * What S3 does in one step, and S3Proxy over a folder in several: it looks for the object of {@code If-None-Match: *}
 * before it writes, and shows in lists the temporary files of whoever is writing.
 */
final class OneStepBlobStore extends ForwardingBlobStore {

    private final Object step = new Object();

    OneStepBlobStore(BlobStore store) {
        super(store);
    }

    @Override
    public String putBlob(String bucket, Blob blob, PutOptions options) {
        byte[] content = content(blob); // a client that stalls holds up nobody
        blob.setPayload(content);
        synchronized (step) {
            if (options instanceof PutOptions2 conditional
                    && "*".equals(conditional.getIfNoneMatch())
                    && blobExists(bucket, blob.getMetadata().getName())) {
                throw new HttpResponseException(
                        "the object exists",
                        null,
                        HttpResponse.builder().statusCode(412).build());
            }
            return super.putBlob(bucket, blob, options);
        }
    }

    @Override
    public void removeBlob(String bucket, String name) {
        synchronized (step) {
            super.removeBlob(bucket, name);
        }
    }

    @Override
    public PageSet<? extends StorageMetadata> list(String bucket, ListContainerOptions options) {
        synchronized (step) {
            return super.list(bucket, options);
        }
    }

    private static byte[] content(Blob blob) {
        try (InputStream in = blob.getPayload().openStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
