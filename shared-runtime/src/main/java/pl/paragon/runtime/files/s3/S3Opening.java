package pl.paragon.runtime.files.s3;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Opens the store in a bucket, and says what is wrong and what to do if it cannot be used as it has to be. */
final class S3Opening {

    /** A server that is there answers at once; requests are tried three times. */
    private static final Duration CONNECT = Duration.ofSeconds(2);

    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final S3FilesConfig config;
    private final String name;
    private final String prefix;
    private final Path spool;

    S3Opening(S3FilesConfig config) {
        this.config = config;
        this.name = config.bucket()
                .orElseThrow(
                        () -> new IllegalStateException(
                                "The file store has no bucket. Set paragon.files.s3.bucket, or paragon.files.store to directory."));
        this.prefix = config.prefix().map(S3Opening::checkedPrefix).orElse("");
        this.spool = config.spoolDirectory().orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")));
    }

    S3ReceiptFileStore open() {
        if (!Files.isWritable(spool)) {
            throw new IllegalStateException("No file can wait for the bucket in '" + spool
                    + "'. Set paragon.files.s3.spool-directory to a folder that this user may write.");
        }
        try {
            S3Bucket bucket = new S3Bucket(client(), name);
            requireConditionalWrites(bucket);
            return new S3ReceiptFileStore(bucket, prefix, spool);
        } catch (IOException | SdkException e) {
            throw new IllegalStateException(sentence(e), e);
        }
    }

    private S3Client client() {
        S3ClientBuilder client = S3Client.builder()
                .httpClientBuilder(
                        Apache5HttpClient.builder().connectionTimeout(CONNECT).socketTimeout(config.timeout()))
                .overrideConfiguration(override -> override.apiCallAttemptTimeout(config.timeout())
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy()))
                // The signature covers the bytes as a whole, or TLS does. What goes beyond that is refused by servers
                // that
                // know less of the protocol.
                .serviceConfiguration(
                        S3Configuration.builder().chunkedEncodingEnabled(false).build())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .forcePathStyle(config.pathStyle());
        config.endpoint()
                .ifPresent(endpoint -> client.endpointOverride(endpoint).region(Region.US_EAST_1));
        config.region().map(Region::of).ifPresent(client::region);
        return client.build();
    }

    /** Without them, the second of two workers would replace what the first one has already published. */
    private void requireConditionalWrites(S3Bucket bucket) throws IOException {
        bucket.requireBucket();
        String probe = prefix + "probe/" + UUID.randomUUID();
        try (SpooledContent nothing = SpooledContent.of(InputStream.nullInputStream(), spool)) {
            boolean first = bucket.putIfAbsent(probe, "application/octet-stream", nothing);
            boolean second = bucket.putIfAbsent(probe, "application/octet-stream", nothing);
            bucket.delete(probe);
            if (!first || second) {
                throw new IllegalStateException("The server of the bucket '" + name + "' (" + server()
                        + ") ignores If-None-Match, by which the first of two writers wins. Use one that knows it: S3,"
                        + " MinIO, Ceph from 19 on.");
            }
        }
    }

    private String sentence(Exception failure) {
        return switch (status(failure)) {
            case NOT_FOUND ->
                "There is no bucket '" + name + "' at " + server()
                        + ". Create it, or set paragon.files.s3.bucket to one that is there.";
            case FORBIDDEN ->
                "The bucket '" + name + "' at " + server() + " may not be used with these credentials. They need"
                        + " s3:ListBucket on the bucket, and s3:GetObject, s3:PutObject and s3:DeleteObject on its"
                        + " objects; they are looked for in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY first.";
            default ->
                "The bucket '" + name + "' at " + server() + " cannot be used. Check paragon.files.s3.endpoint, .region"
                        + " and .path-style, and that the server is up.";
        };
    }

    private static int status(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof S3Exception answer) {
                return answer.statusCode();
            }
        }
        return 0;
    }

    private String server() {
        return config.endpoint().map(URI::toString).orElse("AWS");
    }

    private static String checkedPrefix(String prefix) {
        if (prefix.startsWith("/") || prefix.contains("//")) {
            throw new IllegalStateException(
                    "Keys that begin with '" + prefix + "' would have empty folders in them. Set"
                            + " paragon.files.s3.prefix without a slash at its start, e.g. paragon/");
        }
        return prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
    }
}
