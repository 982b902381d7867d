package pl.paragon.s3server.process;

import java.net.URI;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobApiMetadata;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.BlobStoreContext;

/** Runs the server and prints {@code S3 is ready} once it accepts requests. */
public final class S3Process {

    // A strong reference: java.util.logging forgets the level of a logger that is garbage collected.
    private static final Logger ROOT = Logger.getLogger("");

    private S3Process() {}

    /** @param arguments folder, port, access key, secret key, and the buckets that are made */
    public static void main(String[] arguments) throws Exception {
        ROOT.setLevel(Level.WARNING);
        String accessKey = arguments[2];
        String secretKey = arguments[3];
        BlobStore store = new OneStepBlobStore(folder(arguments[0]));
        for (int i = 4; i < arguments.length; i++) {
            store.createContainerInLocation(null, arguments[i]);
        }
        S3Proxy server = S3Proxy.builder()
                .blobStore(store)
                .endpoint(URI.create("http://127.0.0.1:" + arguments[1]))
                .awsAuthentication(AuthenticationType.AWS_V4, accessKey, secretKey)
                .build();
        server.setBlobStoreLocator(
                (identity, bucket, key) -> identity.equals(accessKey) ? Map.entry(secretKey, store) : null);
        server.start();
        System.out.println("S3 is ready");
        Thread.currentThread().join();
    }

    private static BlobStore folder(String folder) {
        Properties properties = new Properties();
        properties.setProperty("jclouds.filesystem.basedir", folder);
        return ContextBuilder.newBuilder(new FilesystemNio2BlobApiMetadata())
                .credentials("nobody", "asks")
                .overrides(properties)
                .buildView(BlobStoreContext.class)
                .getBlobStore();
    }
}
